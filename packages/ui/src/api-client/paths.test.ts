import { routes } from '@suixing/contracts'
import { paths, type PhoneRoute } from './paths'

test('method and path are those of the contract', () => {
  const names = Object.keys(paths) as PhoneRoute[]
  const contract = Object.fromEntries(
    names.map((name) => [name, { method: routes[name].method, path: routes[name].path }]),
  )
  expect(paths).toEqual(contract)
})

test('every route of patients, families and physicians is there', () => {
  const wanted = Object.entries(routes).filter(([, { path }]) => /^\/api\/(patient|family|physician)\//.test(path))
  expect(Object.keys(paths).sort()).toEqual(wanted.map(([name]) => name).sort())
})
