/** @jest-config-loader esbuild-register */
import { join } from 'node:path'
import type { Config } from 'jest'

type Project = Exclude<NonNullable<Config['projects']>[number], string>

const root = __dirname
const testing = join(root, 'testing')

/** esbuild writes no decorator metadata, which Midway needs, so tests are compiled by swc as the bundle is. */
const swc = {
  sourceMaps: 'inline' as const,
  module: { type: 'commonjs' },
  jsc: {
    target: 'es2022',
    keepClassNames: true,
    parser: { syntax: 'typescript', tsx: true, decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
  },
}
const esmOnly = ['jose', 'p-limit', 'yocto-queue', 'uqr', 'httpxy', '@tarojs', 'antd', '@ant-design', '@rc-component', 'chinese-days']
const styles = { '\\.(css|scss)$': `${testing}/style.cjs` }
const taro = { ...styles, '^@tarojs/components$': `${testing}/taro-components.tsx`, '^@tarojs/taro$': `${testing}/taro.ts` }

const project = (folder: string, moduleNameMapper: Record<string, string> = styles): Project => ({
  displayName: folder,
  rootDir: join(root, folder),
  testEnvironment: 'node',
  testMatch: ['**/*.test.{ts,tsx}'],
  setupFiles: [`${testing}/jsdom.ts`],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/bundle/'],
  transform: { '^.+\\.[cm]?[jt]sx?$': ['@swc/jest', swc] },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
  moduleNameMapper,
})

const pure = ['contracts', 'followup', 'glucose', 'assistant', 'charts', 'programmes']
const withIo = ['database', 'wecom', 'wechat', 'storage', 'sandbox']

export default {
  projects: [
    ...[...pure, ...withIo].map((name) => project(`packages/${name}`)),
    project('functions'),
    project('apps/console'),
    project('scripts'),
    project('bench'),
    ...['packages/ui', 'apps/patient', 'apps/physician'].map((folder) => project(folder, taro)),
    project('testing/weapp'),
    project('testing/browser'),
  ],
} satisfies Config
