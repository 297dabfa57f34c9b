import { WecomInputRefused } from './errors'

/**
 * Appends `scene_param` to an entry link that was made with a `scene` (document 94665). The link is not parsed and
 * written again, because any other change to it makes WeCom drop the entry data.
 * @param sceneParam opaque one-time key of at most 128 bytes before encoding; never patient data
 * @throws WecomInputRefused
 */
export function withSceneParam(url: string, sceneParam: string): string {
  const refuse = (field: string, hint: string) => new WecomInputRefused('kf/add_contact_way', field, hint)
  const size = Buffer.byteLength(sceneParam)
  if (size < 1 || size > 128) throw refuse('sceneParam', '1 to 128 bytes')
  if (!/[?&]enc_scene=/.test(url) || url.includes('#')) throw refuse('url', 'a link made with a scene')
  if (/[?&]scene_param=/.test(url)) throw refuse('url', 'has a scene_param already')
  return `${url}&scene_param=${encodeURIComponent(sceneParam)}`
}
