import { defineConfig } from '@tarojs/cli'
import { taroConfig } from '../../../packages/ui/taro-config.cjs'

const apiBase = process.env.API_BASE_URL ?? 'http://127.0.0.1:8610'

/** h5 calls the origin it came from; weapp has none and is built with the address of the host. */
export default defineConfig<'webpack5'>(
  taroConfig({
    name: 'patient',
    constants: { API_BASE_URL: JSON.stringify(process.env.TARO_ENV === 'weapp' ? apiBase : '') },
  }),
)
