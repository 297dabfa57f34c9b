import { createPresence } from './presence'

const one = { url: 'http://a', secret: 's' }
const two = { url: 'http://b', secret: 's' }

it('knows nobody before an answer, and the earliest instant after', () => {
  const presence = createPresence(
    () => [one, two],
    () => 0,
    () => undefined,
  )
  expect([presence.of(one.url), presence.nextInstant()]).toEqual([false, null])
  presence.note([
    { follower: one, present: true, nextInstant: 900, idle: true },
    { follower: two, present: true, nextInstant: 500, idle: true },
  ])
  expect([presence.of(one.url), presence.nextInstant()]).toEqual([true, 500])
  presence.note([{ follower: two, present: false, problem: 'gone' }])
  expect([presence.of(two.url), presence.nextInstant()]).toEqual([false, 900])
})

it('tells of a change once', () => {
  let changes = 0
  const presence = createPresence(
    () => [one],
    () => 0,
    () => (changes += 1),
  )
  for (let n = 0; n < 3; n += 1) presence.note([{ follower: one, present: true, nextInstant: 5, idle: true }])
  expect(changes).toBe(1)
})

it('forgets the wishes of a follower that was unregistered', () => {
  const followers = [one]
  const presence = createPresence(
    () => followers,
    () => 0,
    () => undefined,
  )
  presence.note([{ follower: one, present: true, nextInstant: 5, idle: true }])
  followers.pop()
  expect(presence.nextInstant()).toBeNull()
})
