import { defineConfig } from '@tarojs/cli'
import { taroConfig } from '../../../packages/ui/taro-config.cjs'

/** Address of the host for weapp, which has no origin to share; h5 asks its own origin. */
const apiBase = process.env['SUIXING_API_BASE'] ?? ''

export default defineConfig<'webpack5'>(async (merge) =>
  merge({}, taroConfig({ name: 'physician', constants: { SUIXING_API_BASE: JSON.stringify(apiBase) } })),
)
