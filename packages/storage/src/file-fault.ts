import { StorageFault } from './storage-fault'

const refusals: Record<string, string> = {
  EACCES: 'the storage folder may not be read or written: give it to the user of the host',
  EPERM: 'the storage folder may not be read or written: give it to the user of the host',
  EROFS: 'the storage folder is on a read-only file system',
  ENOTDIR: 'a part of the storage folder is a file',
  EISDIR: 'an object in the storage folder is a folder',
  EEXIST: 'a part of the storage folder is a file',
}

/** What a failed file operation means for a caller: rights and misplaced folders are an operator's, anything else may pass. */
export function fileFault(error: unknown): StorageFault {
  if (error instanceof StorageFault) return error
  const name = (error as NodeJS.ErrnoException).code ?? 'unknown error'
  const refusal = refusals[name]
  return refusal
    ? new StorageFault('storage-refused', `${name}: ${refusal}`)
    : new StorageFault('storage-unavailable', `${name}: the storage folder could not be read or written`)
}
