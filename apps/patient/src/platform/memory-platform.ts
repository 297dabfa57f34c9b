import type { HttpAnswer, HttpRequest } from '@suixing/ui'
import type { ChosenFile, Platform, Surroundings } from './platform'

/** The port held in memory: tests set what the phone and the host answer, and read what was asked. */
export class MemoryPlatform implements Platform {
  around: Surroundings = { app: 'wechat', scheme: 'light', statusBarHeight: 44, bottomInset: 'environment' }
  launch: Record<string, string | undefined> = {}
  answer: (request: HttpRequest) => HttpAnswer | Promise<HttpAnswer> = () => ({ status: 404, body: undefined })
  file: ChosenFile | null = null
  readonly requests: HttpRequest[] = []
  readonly chats: { url: string; corpId: string }[] = []
  private kept = new Map<string, string>()
  private logins = 0

  readonly storage = {
    read: (key: string) => this.kept.get(key) ?? null,
    write: (key: string, value: string) => void this.kept.set(key, value),
    remove: (key: string) => void this.kept.delete(key),
  }
  surroundings = async () => this.around
  launchQuery = () => this.launch
  login = async () => `code-${++this.logins}`
  request = async (request: HttpRequest) => {
    this.requests.push(request)
    return this.answer(request)
  }
  openCustomerServiceChat = async (chat: { url: string; corpId: string }) => void this.chats.push(chat)
  requestSubscribeMessage = async (ids: readonly string[]) => Object.fromEntries(ids.map((id) => [id, 'accept']))
  chooseFile = async () => this.file

  /** Forgets everything: one test does not see another's. */
  reset(): void {
    this.kept.clear()
    this.requests.length = 0
    this.chats.length = 0
    this.logins = 0
    this.launch = {}
    this.file = null
    this.answer = () => ({ status: 404, body: undefined })
  }
}

/** The one instance behind `platform` in tests. */
export const memoryPlatform = new MemoryPlatform()
