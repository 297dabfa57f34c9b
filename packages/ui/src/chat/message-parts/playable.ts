/** Where a sound would be played: a browser, or WeChat on a kind of phone. */
export type Player = 'browser' | 'android' | 'ios' | 'other'

/**
 * Whether a player can play a voice. WeCom hands over AMR, which browsers and InnerAudioContext on iOS do not decode and
 * InnerAudioContext on Android does (WeChat: InnerAudioContext, supported formats). What is unknown is tried.
 */
export const isPlayable = (contentType: string | null, player: Player): boolean =>
  player === 'android' || !/amr/i.test(contentType ?? '')
