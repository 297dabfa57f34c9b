import { start } from '../testing/start'
import { countCall } from './rate-limit'
import type { CallCount } from './rate-limit'

describe('base limits', () => {
  it('lets 10,000 a minute pass, then blocks for 60 s', () => {
    const calls: Record<string, CallCount> = {}
    for (let call = 0; call < 10_000; call += 1) expect(countCall(calls, 'a', call)).toBe(true)
    expect(countCall(calls, 'a', 10_000)).toBe(false)
    expect(countCall(calls, 'b', 10_000)).toBe(true)
    expect(countCall(calls, 'a', 69_999)).toBe(false)
    expect(countCall(calls, 'a', 70_000)).toBe(true)
  })

  it('counts a fresh minute from zero', () => {
    const calls: Record<string, CallCount> = {}
    for (let minute = 0; minute < 3; minute += 1) {
      for (let call = 0; call < 10; call += 1) expect(countCall(calls, 'a', minute * 60_000, 10)).toBe(true)
    }
  })

  it('blocks an hour when the hour is spent', () => {
    const calls: Record<string, CallCount> = {}
    for (let call = 0; call < 20; call += 1) expect(countCall(calls, 'a', call * 60_000, 10, 20)).toBe(true)
    expect(countCall(calls, 'a', 20 * 60_000, 10, 20)).toBe(false)
    expect(countCall(calls, 'a', 79 * 60_000, 10, 20)).toBe(false)
    expect(countCall(calls, 'a', 80 * 60_000, 10, 20)).toBe(true)
  })

  it('answers 45009 over HTTP until business time has moved on', async () => {
    const sandbox = start()
    await sandbox.wecom('externalcontact/get_follow_user_list')
    const count = sandbox.world.calls['wecom/externalcontact/get_follow_user_list']
    expect(count?.inMinute).toBe(1)
    Object.assign(count ?? {}, { inMinute: 9_999 })
    expect((await sandbox.wecom('externalcontact/get_follow_user_list')).errcode).toBe(0)
    expect((await sandbox.wecom('externalcontact/get_follow_user_list')).errcode).toBe(45009)
    expect((await sandbox.wecom('externalcontact/get_corp_tag_list', {})).errcode).toBe(0)
    await sandbox.control('advance', { by: '59s' })
    expect((await sandbox.wecom('externalcontact/get_follow_user_list')).errcode).toBe(45009)
    await sandbox.control('advance', { by: '1s' })
    expect((await sandbox.wecom('externalcontact/get_follow_user_list')).errcode).toBe(0)
    await sandbox.close()
  })
})
