import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Portal } from './portal'
import '../look/tokens.css'

const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <StrictMode>
      <Portal />
    </StrictMode>,
  )
