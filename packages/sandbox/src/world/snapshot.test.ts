import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { befriended, uploadedPicture } from '../testing/befriended'
import { kfChat } from '../testing/kf-chat'
import { start } from '../testing/start'
import { freshWorld } from './world'

describe('a restart', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sandbox-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('goes on where it was: clock, tokens, friends, log, media and ids', async () => {
    const before = start({ stateFolder: folder })
    const token = await before.token()
    const { externalUserid } = await befriended(before)
    const chat = await kfChat(before, 'limin')
    await chat.say('在吗')
    await chat.send('在', { msgid: 'once' })
    const media = await uploadedPicture(before)
    await before.control('advance', { by: '1h' })
    await before.close()

    const after = start({ stateFolder: folder })
    expect(new Date(after.clock.now()).toISOString()).toBe('2026-11-23T03:00:00.000Z')
    expect(await after.token()).toBe(token)
    expect((await after.wecom(`externalcontact/get?external_userid=${externalUserid}`)).errcode).toBe(0)
    const again = await after.wecom('kf/send_msg', {
      touser: chat.externalUserid,
      open_kfid: chat.openKfid,
      msgid: 'once',
      msgtype: 'text',
      text: { content: '在' },
    })
    expect(again.errcode).toBe(95033)
    const bytes = await after.app.request(`/wecom/cgi-bin/media/get?access_token=${token}&media_id=${media}`)
    expect(bytes.headers.get('content-type')).toBe('image/png')
    expect(await uploadedPicture(after)).not.toBe(media)
    expect(after.world.version).toBeGreaterThan(1)
    await after.close()
  })

  it('begins anew when asked to', async () => {
    const before = start({ stateFolder: folder })
    await befriended(before)
    await uploadedPicture(before)
    await before.close()
    const after = start({ stateFolder: folder, fresh: true })
    expect(after.world.friendships).toEqual([])
    expect(existsSync(join(folder, 'media'))).toBe(false)
    await after.close()
  })

  it('leaves one whole file, and reads no file of another format', async () => {
    const sandbox = start({ stateFolder: folder })
    await befriended(sandbox)
    await sandbox.close()
    expect(readdirSync(folder)).toEqual(['state.json'])
    const kept = JSON.parse(readFileSync(join(folder, 'state.json'), 'utf8')) as object
    writeFileSync(join(folder, 'state.json'), JSON.stringify({ ...kept, format: 99 }))
    const after = start({ stateFolder: folder })
    expect(after.world.friendships).toEqual([])
    await after.close()
  })

  it('makes the same ids from the same seed, and others from another', async () => {
    const ids = async (seed?: string): Promise<unknown[]> => {
      const sandbox = start(seed === undefined ? {} : { seed })
      const { externalUserid, configId } = await befriended(sandbox)
      const token = await sandbox.token()
      await sandbox.close()
      return [externalUserid, configId, token]
    }
    expect(await ids()).toEqual(await ids())
    expect(await ids('another')).not.toEqual(await ids())
  })
})

it('begins empty with what a snapshot of an older sandbox does not hold', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-'))
  const { cardTasks, tallies, ...older } = freshWorld('suixing-demo')
  expect([cardTasks, tallies]).toEqual([{}, {}])
  writeFileSync(join(folder, 'state.json'), JSON.stringify({ ...older, callbackUrl: 'http://127.0.0.1:9/kept' }))
  const sandbox = start({ stateFolder: folder })
  expect((await sandbox.wecom('externalcontact/get_follow_user_list')).errcode).toBe(0)
  expect(sandbox.world).toMatchObject({ cardTasks: {}, callbackUrl: 'http://127.0.0.1:9/kept' })
  await sandbox.close()
  rmSync(folder, { recursive: true })
})
