import { silentAmr } from '../kf/amr'
import { start } from '../testing/start'
import { uploadedPicture } from '../testing/befriended'
import type { Answer, Driven } from '../testing/start'

describe('media', () => {
  let sandbox: Driven
  const upload = async (path: string, name: string, bytes: Buffer): Promise<Answer> => {
    const form = new FormData()
    form.append('media', new File([new Uint8Array(bytes)], name))
    const url = `/wecom/cgi-bin/${path}${path.includes('?') ? '&' : '?'}access_token=${await sandbox.token()}`
    return (await (await sandbox.app.request(url, { method: 'POST', body: form })).json()) as Answer
  }
  const fetched = async (id: string, headers: Record<string, string> = {}): Promise<Response> =>
    sandbox.app.request(`/wecom/cgi-bin/media/get?access_token=${await sandbox.token()}&media_id=${id}`, { headers })

  beforeEach(() => {
    sandbox = start()
  })
  afterEach(() => sandbox.close())

  it('is given back for three days, then 40145', async () => {
    const id = await uploadedPicture(sandbox)
    const answer = await fetched(id)
    expect(answer.headers.get('content-type')).toBe('image/png')
    expect(Buffer.from(await answer.arrayBuffer()).toString('hex')).toBe('89504e470d0a1a0a00')
    await sandbox.control('advance', { by: '3d' })
    expect((await fetched(id)).headers.get('content-type')).toBe('image/png')
    await sandbox.control('advance', { by: '1s' })
    expect(await (await fetched(id)).json()).toMatchObject({ errcode: 40145 })
    expect(await (await fetched('none')).json()).toMatchObject({ errcode: 40007 })
  })

  it('is given in ranges', async () => {
    const answer = await fetched(await uploadedPicture(sandbox), { range: 'bytes=1-3' })
    expect(answer.status).toBe(206)
    expect(await answer.text()).toBe('PNG')
  })

  it('wants ranges of what is too large at once', async () => {
    await sandbox.control('fault', { name: 'mediaTooLarge', value: { bytes: 4 } })
    const id = await uploadedPicture(sandbox)
    expect(await (await fetched(id)).json()).toMatchObject({ errcode: 830002 })
    expect(await (await fetched(id, { range: 'bytes=0-4' })).json()).toMatchObject({ errcode: 830002 })
    const part = await fetched(id, { range: 'bytes=0-3' })
    expect([part.status, part.headers.get('content-range')]).toEqual([206, 'bytes 0-3/9'])
    expect(await (await fetched(id, { range: 'bytes=9-' })).json()).toMatchObject({ errcode: 40146 })
    expect(await (await fetched(id, { range: 'words' })).json()).toMatchObject({ errcode: 40146 })
  })

  it('wants ranges of 16 bytes when that fact is played, except the last', async () => {
    await sandbox.control('switch', { name: 'mediaRange', value: 'sixteenBytes' })
    const id = await uploadedPicture(sandbox)
    expect(await (await fetched(id, { range: 'bytes=0-3' })).json()).toMatchObject({ errcode: 40146 })
    expect((await fetched(id, { range: 'bytes=4-' })).status).toBe(206)
  })

  it('takes voice of a minute at most', async () => {
    expect((await upload('media/upload?type=voice', 'a.amr', silentAmr(60))).errcode).toBe(0)
    expect((await upload('media/upload?type=voice', 'a.amr', silentAmr(60.02))).errcode).toBe(45007)
  })

  it('refuses what the vendor refuses', async () => {
    expect((await upload('media/upload?type=image', 'a.png', Buffer.from('12345'))).errcode).toBe(40006)
    expect((await upload('media/upload?type=image', 'a.gif', Buffer.from('GIF89a....'))).errcode).toBe(40005)
    expect((await upload('media/upload?type=voice', 'a.mp3', Buffer.from('ID3.......'))).errcode).toBe(40005)
    expect((await upload('media/upload?type=voice', 'a.amr', Buffer.from('#!AMR\n....'))).errcode).toBe(0)
    expect((await upload('media/upload?type=odd', 'a', Buffer.from('.........'))).errcode).toBe(40058)
  })

  it('has a lasting address when made by uploadimg', async () => {
    const answer = await upload('media/uploadimg', 'a.png', Buffer.from('89504e470d0a1a0a', 'hex'))
    await sandbox.control('advance', { by: '90d' })
    const path = new URL(String(answer['url'])).pathname
    expect((await sandbox.app.request(path)).status).toBe(200)
    expect((await sandbox.app.request('/picture/none')).status).toBe(404)
  })
})
