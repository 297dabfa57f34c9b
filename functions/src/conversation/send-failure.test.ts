import { randomUUID } from 'node:crypto'
import { during } from '../testing/faults'
import { saySettled } from '../testing/patient-steps'
import { signInPhysician } from '../testing/sign-in'
import { KNOWN, colleague, talker } from '../testing/talk-steps'
import { createWorld } from '../testing/world'
import type { World } from '../testing/world'

/** WeCom took a message and tells afterwards that it did not arrive: the message says so, with what to do. */
let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

it('every reason WeCom gives is shown on the message, in both languages, with what to do', async () => {
  const lin = colleague(world, { token: await signInPhysician(world) })
  const patient = await talker(world, 'failing')
  const reasons: [number, string, RegExp][] = [
    [0, 'fail-type-0', /打电话/],
    [1, 'account-gone', /管理员/],
    [2, 'account-gone', /管理员/],
    [4, 'window-closed', /等患者再说话/],
    [5, 'session-ended', /等患者再说话/],
    [6, 'count-used', /等患者再说话/],
    [8, 'not-verified', /管理员/],
    [10, 'patient-rejects', /打电话/],
    [11, 'not-logged-in', /管理员/],
    [12, 'type-forbidden', /改发文字/],
    [13, 'security', /改写后再发/],
  ]
  for (const [failType, code, todo] of reasons) {
    await saySettled(world, patient.user, KNOWN)
    const sent = await during(world, 'kfSendFail', { next: 1, failType }, async () => {
      const answer = await lin.send(patient.talk, { kind: 'text', text: `第 ${failType} 种`, clientId: randomUUID() })
      await world.settle()
      return answer
    })
    const { messages } = (await lin.page(patient.talk)).body
    const shown = messages.find(({ id }: { id: string }) => id === sent.body.message.id)
    expect(shown).toMatchObject({
      state: 'failed',
      failure: { code, zh: expect.stringMatching(todo), en: expect.stringMatching(/[a-z]/) },
    })
  }
})
