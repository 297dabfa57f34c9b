/** Hash of a page as this app's router knows it: WeChat's entries name pages `….html`, which WeChat itself takes away. */
export const plainHash = (hash: string): string => hash.replace(/^(#[^?]*)\.html(?=\?|$)/, '$1')

/** Address that opens a page of the app in a browser; of the page now open it keeps neither query nor whose phone it is. */
export const pageAddress = ({ origin, pathname }: Pick<Location, 'origin' | 'pathname'>, page: string): string =>
  `${origin}${pathname}#/${page.replace(/^\//, '')}`
