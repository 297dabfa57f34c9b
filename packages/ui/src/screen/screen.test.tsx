/** @jest-environment jsdom */
import { fireEvent, render, screen } from '@testing-library/react'
import { DisplayProvider, usualDisplay, type Display } from '../theme/display'
import { Screen } from './screen'

const shown = (display: Partial<Display>, onBack = () => undefined as void) =>
  render(
    <DisplayProvider display={{ ...usualDisplay, ...display }}>
      <Screen title={{ kind: 'back', text: '加入随行', onBack }} footer={<button>下一步</button>}>
        内容
      </Screen>
    </DisplayProvider>,
  ).container

test('leaves room for status bar and home indicator', () => {
  const container = shown({ statusBarHeight: 47, bottomInset: 34 })
  expect(container.querySelector<HTMLElement>('.sx-screen__bar')?.style.paddingTop).toBe('47px')
  expect(container.querySelector<HTMLElement>('.sx-screen__footer')?.style.paddingBottom).toBe('calc(38px)')
})

test.each([
  [{ type: 'large' }, 'sx-page--large'],
  [{ type: 'compact' }, 'sx-page--compact'],
  [{ scheme: 'dark' }, 'sx-page--dark'],
] as const)('%o puts %s on the page root', (display, name) => {
  expect(shown(display).querySelector('.sx-page')?.classList).toContain(name)
})

test('goes back', () => {
  const onBack = jest.fn()
  shown({}, onBack)
  fireEvent.click(screen.getByLabelText('返回'))
  expect(onBack).toHaveBeenCalledTimes(1)
})

test('the first page carries the name of the product', () => {
  expect(render(<Screen title={{ kind: 'brand' }} />).container.textContent).toBe('随行')
})

test('keeps the head of a page with its title, out of what scrolls', () => {
  const { container } = render(<Screen title={{ kind: 'title', text: '王秀兰' }} head="等了 14 分" />)
  expect(container.querySelector('.sx-screen__bar')?.textContent).toBe('王秀兰等了 14 分')
  expect(container.querySelector('.sx-screen__body')?.textContent).toBe('')
})
