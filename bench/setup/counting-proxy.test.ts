import { messageCounter } from './counting-proxy'

const message = (bytes: number): Buffer => {
  const whole = Buffer.alloc(bytes)
  whole.writeInt32LE(bytes)
  return whole
}

it('counts each message once, however the stream is cut', () => {
  const stream = Buffer.concat([message(16), message(4_000), message(21), message(16)])
  for (const size of [1, 3, 5, 16, 17, 1_000, stream.length]) {
    const count = messageCounter()
    let counted = 0
    for (let at = 0; at < stream.length; at += size) counted += count(stream.subarray(at, at + size))
    expect([size, counted]).toEqual([size, 4])
  }
})
