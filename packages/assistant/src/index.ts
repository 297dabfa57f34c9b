export * from './answer'
export * from './matcher'
export * from './normalise'
export * from './red-flag'
