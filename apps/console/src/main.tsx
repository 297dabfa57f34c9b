import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createBrowserRouter } from 'react-router-dom'
import { createCall } from './api/call'
import { ConsoleApp, createQueryClient } from './console-app'
import { consoleRoutes } from './console-routes'
import './look/look.css'
import './look/shell.css'
import './look/parts.css'
import './look/touchpoints.css'
import './look/glucose.css'
import './look/bubbles.css'
import './look/inbox.css'
import './look/composer.css'
import './look/beside-conversation.css'
import { signedOutAddress } from './session/signed-out-address'

const router = createBrowserRouter(consoleRoutes, { basename: '/console' })
const queryClient = createQueryClient()
const call = createCall(window.fetch.bind(window), (code) => {
  const here = router.state.location
  if (here.pathname === '/sign-in') return
  void router
    .navigate(signedOutAddress(code), { replace: true, state: { from: here.pathname } })
    .then(() => queryClient.clear())
})

createRoot(document.getElementById('console')!).render(
  <StrictMode>
    <ConsoleApp call={call} queryClient={queryClient} router={router} />
  </StrictMode>,
)
