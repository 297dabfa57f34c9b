const words: Record<string, string> = {
  wecom: '企业微信好友',
  kf: '微信客服',
  openid: '小程序',
  unionid: '微信开放平台',
  phone: '手机号',
}
/** Kind of an identity link in words; a kind we have no word for is shown as it is. Never the identity itself. */
export const identityWords = (kind: string): string => words[kind] ?? kind
