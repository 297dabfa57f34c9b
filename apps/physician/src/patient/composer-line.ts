import type { KfWindow } from '@suixing/contracts'

/** Whether the field takes words, and the line under it that says why or where they go. */
export type ComposerLine =
  | { readonly kind: 'open'; readonly channel: string; readonly signature: string; readonly left: string }
  | { readonly kind: 'closed'; readonly why: string; readonly next: string }

/** What a kf window allows a physician now: 48 hours after the patient's last message, four messages of five (WeCom 94677). */
export const composerLine = (window: KfWindow, staff: { name: string; title: string }): ComposerLine => {
  if (window.open && window.left > 0)
    return {
      kind: 'open',
      channel: '微信客服',
      signature: `署名 ${staff.name} ${staff.title}`,
      left: `还可发 ${window.left} 条`,
    }
  if (window.open) return { kind: 'closed', why: '这次来信后能发的 4 条已经发完', next: '可在对话里发到小程序聊天。' }
  if (window.closesAt === null)
    return { kind: 'closed', why: '患者还没有在微信客服说过话', next: '可在对话里发到小程序聊天。' }
  return {
    kind: 'closed',
    why: '患者上次来信已超过 48 小时，微信客服不能再发',
    next: '可在对话里发到小程序聊天，急事请打电话。',
  }
}
