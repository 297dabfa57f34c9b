const rate = 8_000
const hertz = 440

/** A WAV file (PCM, 8 kHz, 8 bit, mono) of a quiet tone: what a phone without a microphone gives for a voice. */
export function toneWav(seconds: number): Uint8Array {
  const samples = Math.round(seconds * rate)
  const bytes = new Uint8Array(44 + samples)
  const view = new DataView(bytes.buffer)
  const word = (at: number, text: string): void =>
    bytes.set(
      [...text].map((letter) => letter.charCodeAt(0)),
      at,
    )
  word(0, 'RIFF')
  view.setUint32(4, 36 + samples, true)
  word(8, 'WAVEfmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, 1, true)
  view.setUint16(22, 1, true)
  view.setUint32(24, rate, true)
  view.setUint32(28, rate, true)
  view.setUint16(32, 1, true)
  view.setUint16(34, 8, true)
  word(36, 'data')
  view.setUint32(40, samples, true)
  for (let at = 0; at < samples; at += 1)
    bytes[44 + at] = 128 + Math.round(20 * Math.sin((2 * Math.PI * hertz * at) / rate))
  return bytes
}
