import { chooseFile } from '../mini-program/choose-file'
import { PhoneRefusal } from '../mini-program/bridge'
import type { Phone } from '../mini-program/bridge'
import { control } from '../sandbox/control'
import type { App } from './apps'

/** What the patient's mini-program gets from WeChat, all but its launch. `ask` shows the subscribe sheet. */
export function patientBridge(wechat: {
  user: string
  app: App
  enter: (url: string) => Promise<void>
  close: () => void
  ask: (templateIds: string[]) => Promise<string[]>
}): Omit<Phone, 'environment'> {
  const { user, app } = wechat
  return {
    login: () => control<{ code: string }>('login', { user, appid: app.appid }).then(({ code }) => ({ code })),
    qyLogin: () => Promise.reject(new PhoneRefusal('qyLogin:fail only in WeCom')),
    async openCustomerServiceChat({ url }) {
      await wechat.enter(url)
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
    close() {
      wechat.close()
      return {}
    },
  }
}
