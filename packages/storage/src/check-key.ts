import { StorageFault } from './storage-fault'

const part = '[a-z0-9_-]+'
const keys = new RegExp(`^${part}(?:/${part})*$`)
const longest = 200

/** No dots, so no key leaves its folder, and none meets the endings that folderStorage gives its files. @throws StorageFault */
export function checkKey(key: string): void {
  if (key.length > longest || !keys.test(key))
    throw new StorageFault('bad-key', `a key has 1 to ${longest} of a-z 0-9 _ - in parts set apart by single slashes`)
}
