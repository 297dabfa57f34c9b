import type { BodyOf, FamilySession } from '@suixing/contracts'
import { ApiFailure, createApiClient } from '@suixing/ui'
import { createOutbox } from '../outbox/outbox'
import type { Platform } from '../platform/platform'
import { familyOutboxHost } from './family-outbox-host'
import type { FamilyDoor, FamilyVisit } from './family-visit'

interface Kept extends Pick<FamilySession, 'token' | 'patientName' | 'member'> {
  readonly invite: string | null
}
type SignIn = (body: BodyOf<'familySignIn'>) => Promise<FamilySession>
type Phone = Pick<Platform, 'login' | 'storage' | 'files' | 'newId' | 'request'>

const storageKey = 'family-session'

/**
 * Signs in with wx.login and the invitation. What waits to be sent belongs to one membership: it goes in its session alone,
 * so that no words written for one patient ever reach another.
 */
export const createFamilyDoor = (phone: Phone, signIn: SignIn): FamilyDoor => {
  let open: { readonly kept: Kept; readonly visit: FamilyVisit } | null = null

  // A page shown twice in a row signs in once.
  let entering: { readonly invite: string | null; readonly visit: Promise<FamilyVisit> } | null = null

  const readKept = (): Kept | null => {
    try {
      const kept = JSON.parse(phone.storage.read(storageKey) ?? 'null') as Partial<Kept> | null
      const { token, patientName, member, invite = null } = kept ?? {}
      return token !== undefined && patientName !== undefined && member !== undefined
        ? { token, patientName, member, invite }
        : null
    } catch {
      return null
    }
  }
  const askIn = async (invite: string | null): Promise<Kept> => {
    const code = await phone.login()
    const { token, patientName, member } = await signIn({ code, ...(invite === null ? {} : { invite }) })
    return { token, patientName, member, invite }
  }
  const keep = (kept: Kept): void => phone.storage.write(storageKey, JSON.stringify(kept))

  const openVisit = (first: Kept): FamilyVisit => {
    const { member, patientName } = first
    let { token } = first
    let renewing: Promise<string> | null = null
    const renew = async (): Promise<string> => {
      const fresh = await askIn(first.invite)
      if (fresh.member.id !== member.id) throw new ApiFailure('forbidden')
      token = fresh.token
      if (open?.visit === visit) keep(fresh)
      return token
    }
    const { call } = createApiClient(phone.request, {
      current: async () => token,
      renew: () => (renewing ??= renew().finally(() => (renewing = null))),
    })
    const outbox = createOutbox(phone, familyOutboxHost(call), outboxKey(member.id))
    const visit: FamilyVisit = { patientName, member, call, outbox }
    open = { kept: first, visit }
    outbox.restore()
    return visit
  }
  const knownNow = () => {
    const kept = open?.kept ?? readKept()
    if (kept && !open) openVisit(kept)
    return open
  }
  return {
    get known() {
      return knownNow()?.visit ?? null
    },
    async enter(invite) {
      const now = knownNow()
      if (now && (invite === null || now.kept.invite === invite)) return now.visit
      if (entering?.invite === invite) return entering.visit
      const visit = askIn(invite).then((kept) => {
        keep(kept)
        return openVisit(kept)
      })
      const mine = (entering = { invite, visit })
      return visit.finally(() => {
        if (entering === mine) entering = null
      })
    },
    forget(visit) {
      for (const { clientId } of visit.outbox.waiting) visit.outbox.drop(clientId)
      phone.storage.remove(outboxKey(visit.member.id))
      if (open?.visit !== visit) return
      phone.storage.remove(storageKey)
      open = null
    },
  }
}

const outboxKey = (memberId: string): string => `family-outbox:${memberId}`
