import type { ChatMessage } from './chat'

/** 0 new, 1 assistant (API), 2 queue, 3 human, 4 ended or not started (W:94669). */
export type ServiceState = 0 | 1 | 2 | 3 | 4

export interface KfAccount {
  openKfid: string
  name: string
  mediaId: string
  deleted: boolean
  /** `stopType` of those who do not receive: 0 stopped, 1 paused. */
  servicers: { userid: string; receiving: boolean; stopType?: 0 | 1 }[]
  /** Entry links made by add_contact_way: the code in the link and the scene it carries. */
  links: { code: string; encScene: string | null; scene: string }[]
  /** What sync_msg tells, oldest first; `seq` grows by one. */
  log: KfLogEntry[]
  /** The seq of the newest entry ever logged; the log itself forgets what is older than three days. */
  lastSeq: number
  msgids: Record<string, number>
}

export interface KfLogEntry {
  seq: number
  at: number
  message: Record<string, unknown>
}

/** A patient's standing with one kf account. */
export interface KfSession {
  openKfid: string
  user: string
  state: ServiceState
  servicer: string | null
  /** When the session last moved, for its life of 48 hours. */
  activeAt: number
  lastPatientAt: number | null
  sentSincePatient: number
  welcomedAt: number | null
  scene: string
  sceneParam: string
  /** Who served this session before; they may take it up again. */
  formerServicers?: string[]
  /** The patient switched off this account's messages. */
  refused?: boolean
  /** The servicer who refuses this patient's messages. */
  rejectedBy?: string | null
  chat: ChatMessage[]
}

/** A single-use code for send_msg_on_event (W:95122). */
export interface EventCode {
  code: string
  kind: 'welcome' | 'queue' | 'takeover' | 'end'
  openKfid: string
  user: string
  expiresAt: number
  /** The session must still be here; null for a welcome. */
  state: ServiceState | null
  used: boolean
}
