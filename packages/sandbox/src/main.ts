import { parseArgs } from 'node:util'
import { createSandbox } from './create-sandbox'

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    state: { type: 'string' },
    fresh: { type: 'boolean', default: false },
    'callback-url': { type: 'string' },
    trusted: { type: 'string', multiple: true },
    seed: { type: 'string' },
    mode: { type: 'string' },
    pages: { type: 'string' },
    'patient-app': { type: 'string' },
    'physician-app': { type: 'string' },
  },
})

async function main(): Promise<void> {
  if (values.mode !== undefined && values.mode !== 'running' && values.mode !== 'frozen')
    throw new Error('--mode is running or frozen')
  const server = createSandbox({
    stateFolder: values.state ?? null,
    fresh: values.fresh,
    pagesFolder: values.pages ?? null,
    appUrls: {
      ...(values['patient-app'] === undefined ? {} : { patient: values['patient-app'] }),
      ...(values['physician-app'] === undefined ? {} : { physician: values['physician-app'] }),
    },
    ...(values.seed === undefined ? {} : { seed: values.seed }),
    ...(values['callback-url'] === undefined ? {} : { callbackUrl: values['callback-url'] }),
    ...(values.trusted === undefined ? {} : { trustedDomains: values.trusted }),
    ...(values.mode === undefined ? {} : { mode: values.mode }),
  })
  const port = await server.listen(Number(values.port))
  process.stdout.write(`${JSON.stringify({ ready: true, port })}\n`)
  const stop = (): void => void server.close().then(() => process.exit(0))
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
