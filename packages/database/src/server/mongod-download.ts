import { DryMongoBinary, MongoBinary } from 'mongodb-memory-server-core'
import { MongoBinaryDownloadUrl } from 'mongodb-memory-server-core/lib/util/MongoBinaryDownloadUrl'
import type { Log } from './database-server'
import { probeDownload } from './probe-download'

/** A host that has not answered by then would keep people waiting. */
const PROBE_MILLISECONDS = 4_000
/** A download that takes longer is given up for the next route. */
const DOWNLOAD_MILLISECONDS = 600_000

export type MongodBinary =
  | { readonly kind: 'found'; readonly file: string; readonly version: string }
  | { readonly kind: 'missing'; readonly why: string }

/**
 * The mongod that mongodb-memory-server keeps in its cache, or downloads. Its own settings (MONGOMS_VERSION,
 * MONGOMS_DOWNLOAD_MIRROR, …) hold.
 */
export async function downloadedMongod(log: Log, env: NodeJS.ProcessEnv): Promise<MongodBinary> {
  const options = await DryMongoBinary.generateOptions()
  const { version } = options
  const cached = await DryMongoBinary.locateBinary(options)
  if (cached) return { kind: 'found', file: cached, version }
  const url = await new MongoBinaryDownloadUrl(options).getDownloadUrl()
  const why = await probeDownload(url, PROBE_MILLISECONDS, env)
  if (why) return { kind: 'missing', why }
  log(`database: downloading mongod ${version}`)
  const download = MongoBinary.getPath({ ...options, checkMD5: true })
  const file = await Promise.race([download, tooLong()])
  return { kind: 'found', file, version }
}

function tooLong(): Promise<never> {
  return new Promise((_resolve, reject) => {
    setTimeout(() => reject(new Error('download takes too long')), DOWNLOAD_MILLISECONDS).unref()
  })
}
