/** The zone of this phone's clock: family may live elsewhere. Where the phone cannot tell, its clock is used all the same. */
export const readerZone = (): string =>
  typeof Intl === 'undefined' ? 'Asia/Shanghai' : Intl.DateTimeFormat().resolvedOptions().timeZone
