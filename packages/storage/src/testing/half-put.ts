/** A process that dies in the middle of a put: `half-put.ts FOLDER KEY` writes half of the bytes, says so, and waits to be killed. */
import { open } from 'node:fs/promises'
import { folderStorage } from '../folder-storage'

const [folder = '', key = ''] = process.argv.slice(2)

async function main(): Promise<void> {
  const handle = await open(process.execPath, 'r')
  const methods = Object.getPrototypeOf(handle) as typeof handle
  await handle.close()
  const writeFile = methods.writeFile
  methods.writeFile = async function (this: typeof handle, content) {
    if (typeof content === 'string') return writeFile.call(this, content)
    await this.write((content as Uint8Array).subarray(0, (content as Uint8Array).length / 2))
    process.stdout.write('half\n')
    setInterval(() => undefined, 1_000)
    await new Promise(() => undefined)
  }
  await folderStorage(folder).put(key, new Uint8Array(1_000_000).fill(9), { contentType: 'image/png' })
}
void main()
