import type { BodyOf } from '@suixing/contracts'

type Answers = BodyOf<'patientSubscribed'>['results']

/** What wx.requestSubscribeMessage said of each template, in the contract's words; what it does not say of one is left out. */
export const subscriptionAnswers = (said: Record<string, string>): Answers => {
  const answers: Answers = {}
  for (const [id, answer] of Object.entries(said)) {
    if (answer === 'accept' || answer === 'reject' || answer === 'ban' || answer === 'filter') answers[id] = answer
    // Newer clients name the kind of reminder: acceptWithAudio, acceptWithForcePush.
    else if (answer.startsWith('acceptWith')) answers[id] = 'acceptWithAlert'
  }
  return answers
}
