export * from './folder-storage'
export * from './storage'
export * from './storage-fault'
