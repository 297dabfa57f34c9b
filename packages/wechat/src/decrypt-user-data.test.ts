import { createCipheriv, randomBytes } from 'node:crypto'
import * as fc from 'fast-check'
import * as z from 'zod'
import { UserDataRefused, decryptUserData } from './decrypt-user-data'
import { SessionKey } from './session-key'
import { miniprogram_decrypt as vector } from './testdata/vectors.json'

const appId = 'wx4f4bc4dec97d474b'
const schema = z.looseObject({ openId: z.string() })
const sealed = {
  appId,
  sessionKey: new SessionKey(vector.sessionKey),
  iv: vector.iv,
  encryptedData: vector.encryptedData,
  schema,
}

function refusal(act: () => unknown): string {
  try {
    act()
  } catch (error) {
    if (error instanceof UserDataRefused) return error.code
    throw error
  }
  return 'accepted'
}

function seal(payload: unknown, key = randomBytes(16), iv = randomBytes(16)) {
  const cipher = createCipheriv('aes-128-cbc', key, iv)
  const text = typeof payload === 'string' ? payload : JSON.stringify(payload)
  const encryptedData = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]).toString('base64')
  return { appId: 'wx1', sessionKey: new SessionKey(key.toString('base64')), iv: iv.toString('base64'), encryptedData }
}
const watermark = { appid: 'wx1', timestamp: 1767225600 }

it('opens the published sample', () => {
  const { data, sealedAt } = decryptUserData(sealed)
  expect(data).toEqual(JSON.parse(vector.plain))
  expect(sealedAt).toBe('2016-10-24T13:03:07.000Z')
})

it('refuses the sample for another mini-program', () =>
  expect(refusal(() => decryptUserData({ ...sealed, appId: 'wx0' }))).toBe('foreign-app'))

it('opens what was sealed, whatever it says', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ timestamp: fc.nat(), step: fc.nat() })),
      fc.string({ unit: 'grapheme' }),
      (steps, name) => {
        const { data } = decryptUserData({ ...seal({ steps, name, watermark }), schema: z.looseObject({}) })
        expect(data).toMatchObject({ steps, name })
      },
    ),
  )
})

it.each([
  ['undecryptable', { sessionKey: new SessionKey(randomBytes(16).toString('base64')) }],
  ['malformed', { sessionKey: new SessionKey('c2hvcnQ=') }],
  ['malformed', { iv: 'AAAA' }],
  ['malformed', { encryptedData: '' }],
  ['malformed', { encryptedData: `${vector.encryptedData.slice(0, -4)}` }],
  ['malformed', { encryptedData: ` ${vector.encryptedData}` }],
  ['malformed', { encryptedData: vector.encryptedData.replace('+', '-') }],
])('refuses as %s %#', (code, wrong) => expect(refusal(() => decryptUserData({ ...sealed, ...wrong }))).toBe(code))

it.each([
  ['undecryptable', 'no json'],
  ['shape', { a: 1 }],
  ['shape', { watermark: { appid: 'wx1' } }],
  ['foreign-app', { watermark: { ...watermark, appid: 'wx2' } }],
  ['shape', { watermark, openId: 7 }],
])('refuses as %s the payload %j', (code, payload) =>
  expect(refusal(() => decryptUserData({ ...seal(payload), schema }))).toBe(code),
)

it('names the field of a wrong shape but shows no value', () => {
  const act = () => decryptUserData({ ...seal({ watermark, openId: 4711 }), schema })
  expect(act).toThrow(expect.objectContaining({ field: 'openId' }))
  expect(act).not.toThrow(/4711/)
})
