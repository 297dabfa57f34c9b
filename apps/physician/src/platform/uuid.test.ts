import { replyRequest } from '@suixing/contracts'
import { uuidFrom } from './uuid'

describe('uuidFrom', () => {
  it.each([0, 0.2, 0.5, 0.999999])('gives what the contract takes for a client id (%p)', (value) => {
    expect(replyRequest.safeParse({ text: '好', clientId: uuidFrom(() => value) }).success).toBe(true)
  })

  it('differs when the numbers differ', () => {
    let step = 0
    const next = () => (step = (step + 0.137) % 1)
    expect(uuidFrom(next)).not.toBe(uuidFrom(next))
  })
})
