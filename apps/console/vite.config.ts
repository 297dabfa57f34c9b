import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The console is served under /console/ on the same origin as /api, so that its cookie needs no cross-site rights. */
export default defineConfig({
  base: '/console/',
  plugins: [react()],
  build: { outDir: 'dist', emptyOutDir: true, chunkSizeWarningLimit: 2000 },
})
