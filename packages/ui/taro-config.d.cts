import type { UserConfigExport } from '@tarojs/cli'

/** Taro configuration of an app: its name, and constants compiled in (values are JavaScript source). */
export declare const taroConfig: (app: {
  name: string
  constants?: Record<string, string>
}) => UserConfigExport<'webpack5'>
