import { toldWords } from './told-words'

it('is silent about what went through kf or is a note', () => {
  expect(toldWords({ via: 'kf', told: 'not-needed' })).toBeNull()
  expect(toldWords({ via: 'note', told: 'not-possible' })).toBeNull()
  expect(toldWords({ via: 'miniChat', told: 'not-needed' })).toBeNull()
})

it.each([
  ['told', '已用订阅消息'],
  ['no-credit', '没有可用的订阅提醒'],
  ['not-possible', '要紧的请打电话'],
] as const)('says whether the patient is told: %s', (told, words) =>
  expect(toldWords({ via: 'miniChat', told })?.next).toContain(words),
)
