const path = require('node:path')

/**
 * Taro configuration of both mini-programs; each app's config/index.ts hands over its name and folder.
 * Pixels stay pixels (no rpx, no rem): type and touch sizes are measures for eyes and fingers, layouts stretch by flex.
 */
exports.taroConfig = ({ name, constants = {} }) => {
  const packages = path.resolve(__dirname, '..')
  const pixels = { pxtransform: { enable: false, config: {} } }
  return {
    projectName: name,
    date: '2026-11-22',
    designWidth: 375,
    deviceRatio: { 375: 2, 750: 1 },
    sourceRoot: 'src',
    outputRoot: `dist/${process.env.TARO_ENV}`,
    plugins: [],
    defineConstants: constants,
    copy: { patterns: [], options: {} },
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    cache: { enable: false },
    mini: {
      compile: { include: [packages] },
      postcss: pixels,
      optimizeMainPackage: { enable: true },
      // Each component's styles stand alone, so pages may import them in different orders.
      miniCssExtractPluginOption: { ignoreOrder: true },
    },
    h5: {
      compile: { include: [packages] },
      publicPath: './',
      staticDirectory: 'static',
      router: { mode: 'hash' },
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: 'css/[name].[contenthash:8].css',
        chunkFilename: 'css/[name].[contenthash:8].css',
      },
      postcss: { ...pixels, autoprefixer: { enable: true, config: {} } },
    },
  }
}
