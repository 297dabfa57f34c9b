import { appAddress, launchOf } from './launch'

test('a page is split into path and query', () => {
  expect(launchOf('pages/today/index?entry=a%2Bb', 'pages/x')).toEqual({
    path: 'pages/today/index',
    query: { entry: 'a+b' },
  })
})

test('the .html WeCom asks for is no part of the path', () => {
  expect(launchOf('/pages/today/index.html?entry=k', 'pages/x')).toEqual({
    path: 'pages/today/index',
    query: { entry: 'k' },
  })
})

test('no page is the first page', () => {
  expect(launchOf('', 'pages/today/index')).toEqual({ path: 'pages/today/index', query: {} })
})

test('the address carries phone and environment before the hash and the page after it', () => {
  expect(
    appAddress({
      url: '/apps/patient/',
      phone: 'wangxiulan',
      environment: 'wechat',
      launch: { path: 'pages/today/index', query: { entry: 'a&b' } },
    }),
  ).toBe('/apps/patient/?phone=wangxiulan&environment=wechat#/pages/today/index?entry=a%26b')
})
