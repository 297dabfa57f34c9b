import { FileText, Image, MapPin, Mic, Video } from 'lucide-react'
import { chooseFiles } from '../mini-program/choose-file'

/** What `send` and `kf-say` take beside who and where. */
export type Attachment = { msgtype: string } & Record<string, unknown>

/** A place for a chat to send; the sandbox has no map to choose from. */
const place = {
  msgtype: 'location',
  latitude: 30.2099,
  longitude: 120.2108,
  name: '江滨医院门诊楼',
  address: '江滨市滨江路 1 号',
}

const entries = [
  { name: '照片', icon: Image, msgtype: 'image', accept: 'image/*', most: 9 },
  { name: '视频', icon: Video, msgtype: 'video', accept: 'video/*', most: 1 },
  { name: '文件', icon: FileText, msgtype: 'file', accept: '', most: 1 },
] as const

/** The panel behind +: what can be sent beside words. Leaving the chooser sends nothing. */
export function AttachPanel(props: { onSend: (what: Attachment[]) => void; onVoice: () => void }) {
  const choose = async (entry: (typeof entries)[number]): Promise<void> => {
    const files = await chooseFiles(document, { api: 'chooseMedia', accept: entry.accept, most: entry.most }).catch(
      () => [],
    )
    if (files.length > 0) props.onSend(files.map(({ name, base64 }) => ({ msgtype: entry.msgtype, name, base64 })))
  }
  return (
    <div className="attach-panel" data-testid="attach-panel">
      {entries.map((entry) => (
        <Entry key={entry.msgtype} name={entry.name} icon={entry.icon} onChoose={() => void choose(entry)} />
      ))}
      <Entry name="语音" icon={Mic} onChoose={props.onVoice} />
      <Entry name="位置" icon={MapPin} onChoose={() => props.onSend([place])} />
    </div>
  )
}

function Entry(props: { name: string; icon: typeof Mic; onChoose: () => void }) {
  return (
    <button type="button" onClick={props.onChoose}>
      <span aria-hidden="true">
        <props.icon size={26} strokeWidth={1.5} />
      </span>
      {props.name}
    </button>
  )
}
