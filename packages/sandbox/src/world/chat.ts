/** One entry of a menu the patient can tap. */
export type MenuItem =
  | { type: 'click'; id: string; content: string }
  | { type: 'view'; url: string; content: string }
  | { type: 'miniprogram'; appid: string; path: string; content: string }
  | { type: 'text'; content: string }

/** What a message shows. */
export type Content =
  | { type: 'text'; text: string; menuId?: string }
  | { type: 'link'; title: string; description: string; url: string; pictureUrl: string | null }
  | { type: 'miniprogram'; title: string; appid: string; path: string; mediaId: string | null }
  | { type: 'menu'; head: string; items: MenuItem[]; tail: string }
  | {
      type: 'image' | 'voice' | 'video' | 'file'
      mediaId: string | null
      url: string | null
      name: string
      bytes?: number
      /** How long a voice plays. */
      seconds?: number
    }
  | { type: 'location'; name: string; address: string; latitude: number; longitude: number }
  | { type: 'template'; title: string; appid: string; page: string; rows: { key: string; value: string }[] }
  | { type: 'card'; name: string; userid: string }
  | { type: 'notice'; text: string }
  | { type: 'recalled' }

/** One message of a chat on the phone. `by` names who wrote it when several people may. */
export interface ChatMessage {
  id: string
  at: number
  from: 'patient' | 'corp' | 'system'
  by: string
  /** Set where a person wrote in the WeCom client: their userid. */
  servicer?: string
  content: Content
  readByPatient: boolean
}
