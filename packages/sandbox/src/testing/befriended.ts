import type { Driven } from './start'

/** Makes a patient a member's customer by a QR; answers the ids and the code for a welcome. */
export async function befriended(
  sandbox: Driven,
  user = 'limin',
  userid = 'zhouning',
  way: object = {},
): Promise<{ externalUserid: string; welcomeCode: string; configId: string }> {
  const made = await sandbox.wecom('externalcontact/add_contact_way', { type: 1, scene: 2, user: [userid], ...way })
  await sandbox.control('scan', { user, configId: made['config_id'] })
  return {
    externalUserid: sandbox.world.users.find((one) => one.key === user)?.externalUserid ?? '',
    welcomeCode: sandbox.world.welcomeCodes.at(-1)?.code ?? '',
    configId: String(made['config_id']),
  }
}

/** Uploads a small picture; answers its media_id. */
export async function uploadedPicture(sandbox: Driven): Promise<string> {
  const form = new FormData()
  form.append('media', new File([Buffer.from('89504e470d0a1a0a00', 'hex')], 'cover.png', { type: 'image/png' }))
  const url = `/wecom/cgi-bin/media/upload?type=image&access_token=${await sandbox.token()}`
  const answer = (await (await sandbox.app.request(url, { method: 'POST', body: form })).json()) as { media_id: string }
  return answer.media_id
}
