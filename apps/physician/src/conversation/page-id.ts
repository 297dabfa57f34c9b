/** The id a page was opened with. Neither WeChat nor the h5 router decodes what stands in a page's address. */
export const pageId = (asked: string | undefined): string => {
  try {
    return decodeURIComponent(asked ?? '')
  } catch {
    return asked ?? ''
  }
}
