/** The page a mini-program opens at. */
export interface Launch {
  path: string
  query: Record<string, string>
}

/**
 * Reads a card's page. WeCom wants `.html` after the path of some cards (W:94677), which is no part of the path.
 * An empty path is the first page.
 */
export function launchOf(page: string, firstPath: string): Launch {
  const [path = '', query = ''] = page.replace(/^\//, '').split('?', 2)
  return { path: path.replace(/\.html$/, '') || firstPath, query: Object.fromEntries(new URLSearchParams(query)) }
}

/** Address of the h5 build in a phone: `<app>?phone=<key>&environment=…#/<path>?<query>`. */
export function appAddress(app: {
  url: string
  phone: string
  environment: 'wechat' | 'wecom'
  launch: Launch
}): string {
  const search = new URLSearchParams({ phone: app.phone, environment: app.environment })
  const query = new URLSearchParams(app.launch.query).toString()
  return `${app.url}?${search}#/${app.launch.path}${query ? `?${query}` : ''}`
}
