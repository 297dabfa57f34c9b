import { fileFault } from './file-fault'
import { StorageFault } from './storage-fault'

const failed = (code: string) => Object.assign(new Error(`${code}: /srv/media/kf/a.bytes`), { code })

describe('fileFault', () => {
  it.each(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'EISDIR'])('leaves %s to an operator', (code) => {
    expect(fileFault(failed(code))).toMatchObject({
      code: 'storage-refused',
      hint: expect.stringContaining(code) as string,
    })
  })

  it.each(['ENOSPC', 'EIO', 'EMFILE', 'ESTALE'])('lets %s be tried again', (code) => {
    expect(fileFault(failed(code)).code).toBe('storage-unavailable')
  })

  it('names no path', () => {
    expect(fileFault(failed('EACCES')).message).not.toContain('/srv')
    expect(fileFault(failed('EIO')).message).not.toContain('/srv')
  })

  it('leaves a fault as it is', () => {
    const fault = new StorageFault('bad-key', 'x')
    expect(fileFault(fault)).toBe(fault)
  })
})
