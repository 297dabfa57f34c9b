import path from 'node:path'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'

const packages = path.resolve(__dirname, '../../../packages')

/** Address of the host for weapp, where there is no origin to share; h5 asks its own origin. */
const apiBase = process.env['SUIXING_API_BASE'] ?? ''

export default defineConfig<'webpack5'>(async (merge) => {
  const base: UserConfigExport<'webpack5'> = {
    projectName: 'physician',
    date: '2026-11-22',
    designWidth: 375,
    deviceRatio: { 375: 2, 640: 2.34 / 2, 750: 1, 828: 1.81 / 2 },
    sourceRoot: 'src',
    outputRoot: `dist/${process.env['TARO_ENV']}`,
    plugins: [],
    defineConstants: { SUIXING_API_BASE: JSON.stringify(apiBase) },
    copy: { patterns: [], options: {} },
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    cache: { enable: false },
    mini: {
      compile: { include: [packages] },
      postcss: { pxtransform: { enable: true, config: {} } },
    },
    h5: {
      compile: { include: [packages] },
      publicPath: './',
      staticDirectory: 'static',
      router: { mode: 'hash' },
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: 'css/[name].[contenthash].css',
        chunkFilename: 'css/[name].[contenthash].css',
      },
      postcss: { autoprefixer: { enable: true, config: {} } },
    },
  }
  return merge({}, base)
})
