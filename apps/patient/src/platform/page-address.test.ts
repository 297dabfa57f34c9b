import { pageAddress, plainHash } from './page-address'

test.each([
  ['#/pages/content/index.html?programme=p&id=c', '#/pages/content/index?programme=p&id=c'],
  ['#/pages/messages/index.html', '#/pages/messages/index'],
  ['#/pages/content/index?programme=p&id=a.html', '#/pages/content/index?programme=p&id=a.html'],
  ['#/pages/today/index', '#/pages/today/index'],
  ['', ''],
])('%s is %s', (hash, plain) => expect(plainHash(hash)).toBe(plain))

test('an address to share carries nothing of the phone it was made on', () => {
  const here = new URL('https://suixing.example/apps/patient/index.html?phone=wang#/pages/me/index?entry=k')
  expect(pageAddress(here, 'pages/family/index?invite=abc')).toBe(
    'https://suixing.example/apps/patient/index.html#/pages/family/index?invite=abc',
  )
})
