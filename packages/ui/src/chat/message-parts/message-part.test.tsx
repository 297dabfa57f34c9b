/** @jest-environment jsdom */
import type { MediaView, MessageContent } from '@suixing/contracts'
import Taro, * as stand from '@tarojs/taro'
import { act, fireEvent, render, screen } from '@testing-library/react'
import type { asked as Asked, FakeSound } from '../../../../../testing/taro'
import { FailureLine } from './failure-line'
import { MediaBaseProvider } from './media-base'
import { MessagePart } from './message-part'

const { asked, sounds } = stand as unknown as { asked: typeof Asked; sounds: FakeSound[] }
const media = (part: Partial<MediaView> = {}): MediaView => ({
  id: 'f',
  state: 'stored',
  url: '/api/media/f?sign=1',
  contentType: 'audio/mpeg',
  bytes: 840_000,
  name: '化验单.pdf',
  seconds: 5,
  ...part,
})
const show = (content: MessageContent) =>
  render(
    <MediaBaseProvider base="https://host.test">
      <MessagePart content={content} />
    </MediaBaseProvider>,
  )
const last = () => asked[asked.length - 1]
beforeEach(() => {
  asked.length = 0
  sounds.length = 0
})
afterEach(() => jest.restoreAllMocks())
const inWeapp = (platform = 'ios') => {
  jest.spyOn(Taro, 'getEnv').mockReturnValue(Taro.ENV_TYPE.WEAPP)
  jest.spyOn(Taro, 'getSystemInfoSync').mockReturnValue({ platform } as never)
}

test('a picture opens over the screen, from the host of the app', () => {
  show({ kind: 'image', media: media() })
  fireEvent.click(screen.getByLabelText('图片，点开看大图'))
  const url = 'https://host.test/api/media/f?sign=1'
  expect(last()).toEqual({ name: 'previewImage', options: { urls: [url], current: url } })
})

test('a picture that does not load says so and is asked for again on a tap', () => {
  show({ kind: 'image', media: media() })
  fireEvent.error(screen.getByLabelText('图片，点开看大图'))
  fireEvent.click(screen.getByText('图片没有读到'))
  expect(screen.getByLabelText('图片，点开看大图')).toBeTruthy()
})

test('a voice plays, stops on another tap, and gives way to another voice', () => {
  show({ kind: 'voice', media: media() })
  show({ kind: 'voice', media: media({ url: '/api/media/g' }) })
  const [first, second] = screen.getAllByLabelText('播放语音')
  fireEvent.click(first as HTMLElement)
  expect(sounds[0]).toMatchObject({ src: 'https://host.test/api/media/f?sign=1', state: 'playing' })
  fireEvent.click(second as HTMLElement)
  expect(sounds.map(({ state }) => state)).toEqual(['destroyed', 'playing'])
  fireEvent.click(screen.getByLabelText('停止播放语音'))
  expect(sounds.map(({ state }) => state)).toEqual(['destroyed', 'destroyed'])
  expect(screen.getAllByLabelText('播放语音')).toHaveLength(2)
})

test('leaving the page stops its voice', () => {
  const { unmount } = show({ kind: 'voice', media: media() })
  fireEvent.click(screen.getByLabelText('播放语音'))
  unmount()
  expect(sounds[0]?.state).toBe('destroyed')
})

test('a voice that cannot be played is offered as a file', async () => {
  inWeapp()
  show({ kind: 'voice', media: media({ contentType: 'audio/amr', name: null }) })
  await act(async () => void fireEvent.click(screen.getByText('语音 5″')))
  expect(last()).toEqual({ name: 'shareFileMessage', options: { filePath: '/tmp/file', fileName: '语音.amr' } })
  expect(sounds).toHaveLength(0)
})

test('a voice that broke while playing becomes a file too', () => {
  show({ kind: 'voice', media: media() })
  fireEvent.click(screen.getByLabelText('播放语音'))
  act(() => sounds[0]?.broke())
  expect(screen.getByText('放不了，点这里存成文件')).toBeTruthy()
})

test('WeChat opens a document itself; one that could not be fetched says so', async () => {
  inWeapp()
  show({ kind: 'file', media: media() })
  await act(async () => void fireEvent.click(screen.getByText('化验单.pdf')))
  expect(last()).toMatchObject({ name: 'openDocument', options: { fileType: 'pdf' } })
  jest.spyOn(Taro, 'downloadFile').mockResolvedValue({ statusCode: 403, tempFilePath: '' } as never)
  await act(async () => void fireEvent.click(screen.getByText('化验单.pdf')))
  expect(screen.getByText('没有取到，点一下再试')).toBeTruthy()
})

test('a video plays in its place in a browser and over the screen in WeChat', () => {
  expect(show({ kind: 'video', media: media() }).container.querySelector('video')?.controls).toBe(true)
  inWeapp()
  show({ kind: 'video', media: media() })
  fireEvent.click(screen.getByText('点一下播放'))
  expect(last()?.name).toBe('previewMedia')
})

test.each(['image', 'voice', 'video', 'file'] as const)('a %s not fetched yet takes no tap', (kind) => {
  const { container } = show({ kind, media: media({ state: 'pending', url: null }) })
  expect(container.textContent).toContain('正在取来')
  expect(container.querySelector('[role=button]')).toBeNull()
})

test('a place opens on the map of WeChat; in a browser its address is copied', async () => {
  const place = { kind: 'location', name: '江滨医院', address: '江滨路 1 号', latitude: 30, longitude: 120 } as const
  show(place)
  await act(async () => void fireEvent.click(screen.getByText('江滨医院')))
  expect(last()).toEqual({ name: 'setClipboardData', options: { data: '江滨医院 江滨路 1 号' } })
  inWeapp()
  fireEvent.click(screen.getByText('江滨医院'))
  expect(last()?.name).toBe('openLocation')
})

test('a link whose address is no web address is copied, never opened', async () => {
  const open = jest.spyOn(window, 'open').mockReturnValue(null)
  show({ kind: 'link', title: '饮食', description: '', url: 'javascript:alert(1)' })
  await act(async () => void fireEvent.click(screen.getByText('饮食')))
  expect(open).not.toHaveBeenCalled()
  expect(last()?.name).toBe('setClipboardData')
})

test('a menu is answered once', () => {
  const onChoose = jest.fn()
  const menu = {
    kind: 'menu' as const,
    head: '这次的回答帮到您了吗',
    items: [
      { id: '3', text: '很好' },
      { id: '1', text: '没有' },
    ],
  }
  const { rerender } = render(<MessagePart content={{ ...menu, chosen: null }} onChoose={onChoose} />)
  fireEvent.click(screen.getByText('很好'))
  rerender(<MessagePart content={{ ...menu, chosen: '3' }} onChoose={onChoose} />)
  fireEvent.click(screen.getByText('没有'))
  expect(onChoose.mock.calls).toEqual([[{ id: '3', text: '很好' }]])
  expect(screen.getByText('已选')).toBeTruthy()
})

test('a card opens only where its page exists', () => {
  const card = { kind: 'card', title: '足部自查', page: 'pages/content/index', contentId: 'foot' } as const
  const { container, rerender } = render(<MessagePart content={card} />)
  expect(container.querySelector('[role=button]')).toBeNull()
  const onOpenCard = jest.fn()
  rerender(<MessagePart content={card} onOpenCard={onOpenCard} />)
  fireEvent.click(screen.getByText('足部自查'))
  expect(onOpenCard).toHaveBeenCalledWith(card)
})

test('what WeChat can send and we cannot show is named', () => {
  expect(show({ kind: 'other', name: '视频号名片' }).container.textContent).toContain('视频号名片')
})

test('a failure says why, and tries again only where that helps', () => {
  const onPress = jest.fn()
  const { rerender } = render(<FailureLine text="没有送到" />)
  expect(screen.queryByRole('button')).toBeNull()
  rerender(<FailureLine text="没有送到" again={{ text: '再发一次', onPress }} />)
  fireEvent.click(screen.getByText('再发一次'))
  expect(onPress).toHaveBeenCalledTimes(1)
})
