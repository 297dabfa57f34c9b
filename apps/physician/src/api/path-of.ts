/** Values for the :parameters of a route's path and for its query; undefined ones are left out. */
export type PathValues = Readonly<Record<string, string | undefined>>

/** Fills a route's `:parameters` from `params` and appends `query`. @throws RangeError when a parameter is missing */
export const pathOf = (path: string, params: PathValues = {}, query: PathValues = {}): string => {
  const filled = path.replace(/:([A-Za-z]+)/g, (_, name: string) => {
    const value = params[name]
    if (value === undefined) throw new RangeError(`no value for :${name}`)
    return encodeURIComponent(value)
  })
  const pairs = Object.keys(query).flatMap((name) => {
    const value = query[name]
    return value === undefined ? [] : [`${encodeURIComponent(name)}=${encodeURIComponent(value)}`]
  })
  return pairs.length === 0 ? filled : `${filled}?${pairs.join('&')}`
}
