import { chooseFile, chooseImage } from '../mini-program/choose-file'
import { PhoneRefusal } from '../mini-program/bridge'
import type { OpenedKf, Phone } from '../mini-program/bridge'
import { control } from '../sandbox/control'
import type { App } from './apps'

/** What the patient's mini-program gets from WeChat, all but its launch. `ask` shows the subscribe sheet. */
export function patientBridge(wechat: {
  user: string
  app: App
  enter: (kf: OpenedKf) => Promise<void>
  recordVoice: Phone['recordVoice']
  overlays: Pick<Phone, 'previewImage' | 'makePhoneCall'>
  close: () => void
  ask: (templateIds: string[]) => Promise<string[]>
}): Omit<Phone, 'environment'> {
  const { user, app } = wechat
  return {
    login: () => control<{ code: string }>('login', { user, appid: app.appid }).then(({ code }) => ({ code })),
    qyLogin: () => Promise.reject(new PhoneRefusal('qyLogin:fail only in WeCom')),
    async openCustomerServiceChat(kf) {
      await wechat.enter(kf)
      return {}
    },
    async requestSubscribeMessage({ tmplIds }) {
      const accepted = await wechat.ask(tmplIds)
      const answer: Record<string, string> = {}
      for (const templateId of tmplIds) {
        const decision = accepted.includes(templateId) ? 'accept' : 'reject'
        await control('subscribe', { user, appid: app.appid, templateId, decision })
        answer[templateId] = decision
      }
      return answer
    },
    chooseFile: () => chooseFile(document),
    chooseImage: (params) => chooseImage(document, params),
    recordVoice: wechat.recordVoice,
    previewImage: wechat.overlays.previewImage,
    makePhoneCall: wechat.overlays.makePhoneCall,
    close() {
      wechat.close()
      return {}
    },
  }
}
