export * from './glucose-file'
export * from './read-glucose-file'
export * from './zoned-clock'
