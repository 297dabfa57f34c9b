/** @jest-environment jsdom */
import { voiceRecorder } from './voice-recorder'

/** The test's Node has no microphone, as a headless browser has none. */
describe('a phone without a microphone', () => {
  it('gives a tone as long as the person held the button', async () => {
    let now = 0
    const record = voiceRecorder(() => now)
    expect(await record({ act: 'start' })).toEqual({})
    now = 4_230
    expect(await record({ act: 'stop' })).toMatchObject({ name: 'voice.wav', type: 'audio/wav', seconds: 4.2 })
    await expect(record({ act: 'stop' })).rejects.toMatchObject({ errMsg: 'recordVoice:fail not recording' })
  })

  it('gives one at once when asked so', async () => {
    const voice = await voiceRecorder()({})
    expect(voice).toMatchObject({ seconds: 3 })
    expect(atob(String((voice as { base64: string }).base64)).slice(0, 4)).toBe('RIFF')
  })
})
