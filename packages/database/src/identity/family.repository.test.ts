import { ownDatabase } from '../platform/own-database'
import type { OwnDatabase } from '../platform/own-database'
import { repositories } from '../repositories'
import type { Repositories } from '../repositories'

const at = '2026-11-23T02:00:00.000Z'
const later = '2026-11-24T02:00:00.000Z'
let database: OwnDatabase
let families: Repositories['families']
beforeAll(async () => {
  database = await ownDatabase()
  families = repositories(database.connection).families
})
afterAll(() => database.close())

const invite = (key: string, patientId = 'p1') =>
  families.invite({
    _id: key,
    patientId,
    programmeId: 'g1',
    name: '王芳',
    relation: '女儿',
    invitedAt: at,
    expiresAt: '2026-11-30T02:00:00.000Z',
  })

it('of many who open an invitation at once, one is it, and stays it', async () => {
  await invite('k1')
  const openids = Array.from({ length: 8 }, (_, n) => `o${n}`)
  const accepted = await Promise.all(openids.map((openid) => families.accept('k1', openid, at)))
  const [first] = accepted.filter((row) => row !== null)
  expect(accepted.filter((row) => row !== null)).toHaveLength(1)
  expect(await families.accept('k1', first?.openid ?? '', later)).toMatchObject({ since: at })
})

it('an invitation that is over, removed or unknown lets nobody in', async () => {
  await invite('k2')
  expect(await families.accept('k2', 'o1', '2026-12-01T00:00:00.000Z')).toBeNull()
  expect(await families.accept('none', 'o1', at)).toBeNull()
  expect(await families.remove('p1', 'k2', at)).toBe(true)
  expect(await families.accept('k2', 'o1', at)).toBeNull()
})

it('somebody else cannot remove a member, and who was removed is no member any more', async () => {
  await invite('k3')
  await families.accept('k3', 'o30', at)
  expect(await families.remove('p2', 'k3', at)).toBe(false)
  expect((await families.latestOf('o30'))?._id).toBe('k3')
  expect(await families.remove('p1', 'k3', at)).toBe(true)
  expect(await families.remove('p1', 'k3', at)).toBe(false)
  expect(await families.latestOf('o30')).toBeNull()
  expect(await families.active('k3')).toBeNull()
  expect((await families.ofPatient('p1')).map(({ _id }) => _id)).not.toContain('k3')
})
