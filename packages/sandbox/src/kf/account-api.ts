import * as z from 'zod'
import { byteLength, read } from '../vendor/vendor-api'
import type { VendorApi } from '../vendor/vendor-api'
import { VendorError } from '../vendor/vendor-error'
import { accountOf, hours48 } from './session'

const nameSchema = z.string().refine((name) => name !== '' && [...name].length <= 16, 'must be 1 to 16 characters')
const addSchema = z.object({ name: nameSchema, media_id: z.string().max(128).default('') })
const updateSchema = z.object({
  open_kfid: z.string(),
  name: nameSchema.optional(),
  media_id: z.string().max(128).optional(),
})
const listSchema = z.object({ offset: z.int().min(0).default(0), limit: z.int().min(1).max(100).default(100) })
const linkSchema = z.object({ open_kfid: z.string(), scene: z.string().default('') })
const batchSchema = z.object({
  external_userid_list: z.array(z.string()).min(1).max(100),
  need_enter_session_context: z.union([z.literal(0), z.literal(1)]).default(0),
})

/** kf accounts (W:94661–94664), their entry links (W:94665) and customer/batchget (W:95159). */
export const accountApis: VendorApi[] = [
  {
    method: 'POST',
    path: 'kf/account/add',
    access: 'corp',
    handle({ sandbox, body }) {
      const { world, ids } = sandbox
      const { name, media_id } = read(addSchema, body)
      if (world.kfAccounts.filter((one) => !one.deleted).length >= 5_000) throw new VendorError(95026)
      const openKfid = `wk${ids.next('kf-account', 30)}`
      world.kfAccounts.push({
        openKfid,
        name,
        mediaId: media_id,
        deleted: false,
        servicers: [],
        links: [],
        log: [],
        lastSeq: 0,
        msgids: {},
      })
      sandbox.changed()
      return { open_kfid: openKfid }
    },
  },
  {
    method: 'POST',
    path: 'kf/account/list',
    access: 'corp',
    handle({ sandbox, body }) {
      const { offset, limit } = read(listSchema, body)
      const accounts = sandbox.world.kfAccounts.filter((one) => !one.deleted).slice(offset, offset + limit)
      return {
        account_list: accounts.map((one) => ({
          open_kfid: one.openKfid,
          name: one.name,
          avatar: '',
          manage_privilege: true,
        })),
      }
    },
  },
  {
    method: 'POST',
    path: 'kf/account/update',
    access: 'corp',
    handle({ sandbox, body }) {
      const given = read(updateSchema, body)
      const account = accountOf(sandbox, given.open_kfid)
      if (given.name !== undefined) account.name = given.name
      if (given.media_id !== undefined) account.mediaId = given.media_id
      sandbox.changed()
      return {}
    },
  },
  {
    method: 'POST',
    path: 'kf/account/del',
    access: 'corp',
    handle({ sandbox, body }) {
      accountOf(sandbox, read(z.object({ open_kfid: z.string() }), body).open_kfid).deleted = true
      sandbox.changed()
      return {}
    },
  },
  {
    method: 'POST',
    path: 'kf/add_contact_way',
    access: 'corp',
    handle({ sandbox, body }) {
      const { open_kfid, scene } = read(linkSchema, body)
      const account = accountOf(sandbox, open_kfid)
      if (byteLength(scene) > 32 || !/^[0-9a-zA-Z_-]*$/.test(scene)) throw new VendorError(40058, 'scene')
      let link = account.links.find((one) => one.scene === scene)
      if (link === undefined) {
        const code = `kfc${sandbox.ids.of('kf-link', `${open_kfid}/${scene}`, 16).toLowerCase()}`
        link = {
          code,
          encScene: scene === '' ? null : `ENC${sandbox.ids.of('kf-scene', `${open_kfid}/${scene}`, 28)}`,
          scene,
        }
        account.links.push(link)
        sandbox.dirty()
      }
      const base = `https://work.weixin.qq.com/kf/${link.code}`
      return { url: link.encScene === null ? base : `${base}?enc_scene=${link.encScene}` }
    },
  },
  {
    method: 'POST',
    path: 'kf/customer/batchget',
    access: 'corp',
    handle({ sandbox, body }) {
      const { external_userid_list, need_enter_session_context } = read(batchSchema, body)
      const { world, clock } = sandbox
      const found = external_userid_list.map((id) => {
        const user = world.users.find((one) => one.kfExternalUserid === id)
        const sessions = world.kfSessions.filter(
          (one) => one.user === user?.key && clock.now() - one.activeAt <= hours48,
        )
        return { id, user, session: sessions.sort((a, b) => b.activeAt - a.activeAt)[0] }
      })
      return {
        customer_list: found.flatMap(({ id, user, session }) =>
          user === undefined || session === undefined
            ? []
            : [
                {
                  external_userid: id,
                  nickname: user.name,
                  avatar: '',
                  gender: user.gender,
                  ...(world.switches.kfUnionid === 'bound' ? { unionid: user.unionid } : {}),
                  ...(need_enter_session_context === 1 && session.scene !== ''
                    ? { enter_session_context: { scene: session.scene, scene_param: session.sceneParam } }
                    : {}),
                },
              ],
        ),
        invalid_external_userid: found.filter(({ session }) => session === undefined).map(({ id }) => id),
      }
    },
  },
]
