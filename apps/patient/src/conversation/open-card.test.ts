import Taro from '@tarojs/taro'
import { asked } from '../../../../testing/taro'
import { openCard } from './open-card'

beforeEach(() => (asked.length = 0))

test.each([
  ['pages/glucose/index', 'switchTab', '/pages/glucose/index'],
  ['/pages/today/index.html?entry=a', 'switchTab', '/pages/today/index'],
  ['pages/consent/index.html?enrolment=en-1', 'navigateTo', '/pages/consent/index?enrolment=en-1'],
])('%s is opened by %s', async (page, name, url) => {
  await openCard({ page })
  expect(asked).toEqual([{ name, options: { url } }])
})

test('a page this version lacks is said to be so', async () => {
  const go = jest.spyOn(Taro, 'navigateTo').mockRejectedValue(new Error('navigateTo:fail page not found'))
  await openCard({ page: 'pages/from-tomorrow/index' })
  expect(asked).toEqual([{ name: 'showToast', options: { title: '这张卡片现在打不开', icon: 'none' } }])
  go.mockRestore()
})
