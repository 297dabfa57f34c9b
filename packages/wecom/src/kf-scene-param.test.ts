import { withSceneParam } from './kf-scene-param'

describe('scene_param', () => {
  const url = 'https://work.weixin.qq.com/kf/kfcabc?enc_scene=ENC-x_1'
  it('is appended, encoded, and nothing else is touched', () =>
    expect(withSceneParam(url, 'a/b=中')).toBe(`${url}&scene_param=a%2Fb%3D%E4%B8%AD`))

  it.each([
    ['sceneParam', url, ''],
    ['sceneParam', url, '字'.repeat(43)],
    ['url', 'https://work.weixin.qq.com/kf/kfcabc', 'k'],
    ['url', `${url}&scene_param=x`, 'k'],
    ['url', `${url}#x`, 'k'],
  ])('refuses a bad %s', (field, link, key) =>
    expect(() => withSceneParam(link, key)).toThrow(expect.objectContaining({ code: 'limit', field })),
  )
})
