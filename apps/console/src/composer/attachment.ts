/** What a file is sent as, by its type. Sound goes as a file: voice belongs to the mini-program chat alone. */
export const attachmentKind = ({ type }: { readonly type: string }): 'image' | 'video' | 'file' =>
  /^image\/(png|jpe?g|gif|webp)$/.test(type) ? 'image' : type.startsWith('video/') ? 'video' : 'file'

/** The end of a file's name that fits the contract, its extension included. */
export const attachmentName = (name: string): string => name.slice(-120)
