import Taro from '@tarojs/taro'

/** Back, or home when the page was the first to open. */
export const leave = (): void => {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else void Taro.switchTab({ url: '/pages/today/index' })
}
