import type { FamilyInvite } from '@suixing/contracts'
import { asFailure, failureText, GhostButton, Notice, PrimaryButton, Segmented } from '@suixing/ui'
import { Input, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../api'
import { ReadyInvite } from './ready-invite'

const relations = ['女儿', '儿子', '老伴', '其他'].map((relation) => ({ value: relation, label: relation }))

type Stage =
  | { readonly kind: 'asking'; readonly trouble: string | null }
  | { readonly kind: 'busy' }
  | { readonly kind: 'ready'; readonly invite: FamilyInvite }

/** Who is invited; then the invitation, to hand on. */
export const InviteForm = ({ timeZone, onClose }: { timeZone: string; onClose: () => void }) => {
  const [name, setName] = useState('')
  const [relation, setRelation] = useState(relations[0]?.value ?? '')
  const [stage, setStage] = useState<Stage>({ kind: 'asking', trouble: null })
  const called = name.trim()
  const invite = () => {
    if (called === '') return setStage({ kind: 'asking', trouble: '请先写怎么称呼' })
    setStage({ kind: 'busy' })
    // 其他 says nothing: between people it reads as family.
    const body = { name: called, relation: relation === '其他' ? '家人' : relation }
    call('inviteFamily', { body }).then(
      (made) => setStage({ kind: 'ready', invite: made }),
      (caught: unknown) => {
        const { what, todo } = failureText(asFailure(caught).code)
        setStage({ kind: 'asking', trouble: `${what}，邀请没有做好。${todo}` })
      },
    )
  }
  if (stage.kind === 'ready')
    return <ReadyInvite invite={stage.invite} called={called} timeZone={timeZone} onClose={onClose} />
  return (
    <View className="family-invite">
      <Segmented segments={relations} value={relation} onChange={setRelation} />
      <View className="family-invite__field">
        <Input
          className="family-invite__name"
          value={name}
          maxlength={30}
          placeholder="怎么称呼，如 王芳"
          onInput={({ detail }) => setName(detail.value)}
        />
      </View>
      {stage.kind === 'asking' && stage.trouble !== null ? <Notice tone="warn" text={stage.trouble} /> : null}
      <PrimaryButton text="做一份邀请" size="small" state={stage.kind === 'busy' ? 'busy' : 'ready'} onPress={invite} />
      <GhostButton text="先不请" size="small" onPress={onClose} />
    </View>
  )
}
