import type { HttpAnswer, HttpRequest } from '@suixing/ui'
import { newUuid } from './new-uuid'
import type { ChosenFile, ChosenImages, KeptFile, Platform, Surroundings, VoiceListener } from './platform'

/** The port held in memory: tests set what the phone and the host answer, and read what was asked. */
export class MemoryPlatform implements Platform {
  around: Surroundings = { app: 'wechat', scheme: 'light', statusBarHeight: 44, bottomInset: 'environment' }
  launch: Record<string, string | undefined> = {}
  answer: (request: HttpRequest) => HttpAnswer | Promise<HttpAnswer> = () => ({ status: 404, body: undefined })
  file: ChosenFile | null = null
  readonly requests: HttpRequest[] = []
  readonly chats: { url: string; corpId: string }[] = []
  /** What the album gives; `putFile` makes files. */
  images: ChosenImages = { kind: 'none' }
  subscribeAnswer = 'accept'
  /** The voice that is being recorded: the test speaks through it. */
  recording: { listener: VoiceListener; ended: 'stopped' | 'cancelled' | null } | null = null
  readonly called: string[] = []
  settingsOpened = 0
  sharing: 'card' | 'link' = 'card'
  readonly copied: string[] = []
  readonly keptFiles = new Map<string, ArrayBuffer>()
  private kept = new Map<string, string>()
  private logins = 0
  private online: (() => void)[] = []

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
  requestSubscribeMessage = async (ids: readonly string[]) =>
    Object.fromEntries(ids.map((id) => [id, this.subscribeAnswer]))
  chooseFile = async () => this.file
  readonly files = {
    read: async (ref: string) => this.keptFiles.get(ref) ?? null,
    address: async (ref: string) => (this.keptFiles.has(ref) ? `memory:${ref}` : null),
    forget: async (ref: string) => void this.keptFiles.delete(ref),
  }
  chooseImages = async () => this.images
  startVoice = (listener: VoiceListener) => {
    const recording = { listener, ended: null as 'stopped' | 'cancelled' | null }
    this.recording = recording
    return { stop: () => void (recording.ended = 'stopped'), cancel: () => void (recording.ended = 'cancelled') }
  }
  openSettings = () => void this.settingsOpened++
  callPhone = async (number: string) => this.called.push(number) > 0
  linkTo = (page: string) => (this.sharing === 'card' ? null : `https://suixing.example/#/${page}`)
  copy = async (text: string) => this.copied.push(text) > 0
  onOnline = (listener: () => void) => void this.online.push(listener)
  newId = () => newUuid(Math.random)

  /** Puts a file of so many bytes where the phone keeps its own. */
  putFile(ref: string, bytes: number, seconds: number | null = null): KeptFile {
    this.keptFiles.set(ref, new ArrayBuffer(bytes))
    return { ref, name: ref, seconds }
  }
  /** The network comes back. */
  comeOnline(): void {
    for (const listener of this.online) listener()
  }
  /** Forgets everything: one test does not see another's. */
  reset(): void {
    this.kept.clear()
    this.requests.length = 0
    this.chats.length = 0
    this.logins = 0
    this.launch = {}
    this.file = null
    this.images = { kind: 'none' }
    this.subscribeAnswer = 'accept'
    this.recording = null
    this.called.length = 0
    this.settingsOpened = 0
    this.sharing = 'card'
    this.copied.length = 0
    this.keptFiles.clear()
    this.answer = () => ({ status: 404, body: undefined })
  }
}

/** The one instance behind `platform` in tests. */
export const memoryPlatform = new MemoryPlatform()
