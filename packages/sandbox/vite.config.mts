import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const page = (name: string): string => fileURLToPath(new URL(`pages/${name}.html`, import.meta.url))

/** The sandbox server answers `/` with index.html and everything else of the build under /pages/. */
export default defineConfig({
  root: fileURLToPath(new URL('pages', import.meta.url)),
  base: '/pages/',
  plugins: [react()],
  build: {
    outDir: fileURLToPath(new URL('dist/pages', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    rolldownOptions: { input: { index: page('index'), phone: page('phone'), member: page('member') } },
  },
})
