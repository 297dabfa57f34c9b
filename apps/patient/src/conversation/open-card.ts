import Taro from '@tarojs/taro'
import { tabs } from '../tabs/tabs'

const tabPages: readonly string[] = tabs.map(({ id }) => `/pages/${id}/index`)

/** Opens the page a card names; the four main pages are tabs and take no query. A page this version lacks is said to be so. */
export const openCard = async ({ page }: { page: string }): Promise<void> => {
  const url = `/${page.replace(/^\//, '').replace(/\.html(?=\?|$)/, '')}`
  const path = url.split('?')[0] ?? url
  try {
    if (tabPages.includes(path)) await Taro.switchTab({ url: path })
    else await Taro.navigateTo({ url })
  } catch {
    void Taro.showToast({ title: '这张卡片现在打不开', icon: 'none' })
  }
}
