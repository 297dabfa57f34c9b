import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { App as AntdApp, ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { RouterProvider, type DataRouter } from 'react-router-dom'
import type { Call } from './api/call'
import { CallContext } from './api/call-context'
import { antdTheme } from './look/antd-theme'

/** One cache per running console. What is on screen is asked for again by its own poll, not on every focus. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: { queries: { refetchOnWindowFocus: false, staleTime: 2000, networkMode: 'always' } },
  })

/** Everything the pages stand in: client, cache, locale and theme. */
export function ConsoleApp({
  call,
  queryClient,
  router,
}: {
  call: Call
  queryClient: QueryClient
  router: DataRouter
}) {
  return (
    <CallContext.Provider value={call}>
      <QueryClientProvider client={queryClient}>
        <ConfigProvider locale={zhCN} theme={antdTheme} button={{ autoInsertSpace: false }}>
          <AntdApp style={{ height: '100%' }}>
            <RouterProvider router={router} />
          </AntdApp>
        </ConfigProvider>
      </QueryClientProvider>
    </CallContext.Provider>
  )
}
