import { control, ControlError } from '../sandbox/control'

/** Whether an address opens the kf chat rather than a web page (W:94665). */
export function isKfLink(text: string): boolean {
  try {
    const url = new URL(text)
    return url.hostname === 'work.weixin.qq.com' && url.pathname.startsWith('/kf/')
  } catch {
    return false
  }
}

/** Opens an entry link of the kf chat, `native` through wx.openCustomerServiceChat; answers the chat to show. */
export async function enterKf(user: string, url: string, via: 'link' | 'native'): Promise<string> {
  const { chatId } = await control<{ chatId: string }>('enter', { user, url, via })
  return chatId
}

/** Scans a contact code; answers the chat with the member it adds. */
export async function scanCode(user: string, configId: string): Promise<string> {
  const scanned = await control<{ outcome: string; userid?: string }>('scan', { user, configId })
  if (scanned.userid === undefined) throw new ControlError('expired', '这个联系码已经过期，请换一个')
  return `staff:${scanned.userid}`
}
