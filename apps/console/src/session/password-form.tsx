import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { useCall } from '../api/call-context'
import { answerKey } from '../api/use-answer'
import { FailureNotice } from '../states/failure-notice'

/** Account and password. `onSignedIn` runs once the session stands. */
export function PasswordForm({ emphasis, onSignedIn }: { emphasis: 'primary' | 'default'; onSignedIn: () => void }) {
  const call = useCall()
  const cache = useQueryClient()
  const signIn = useMutation({
    mutationFn: (body: { account: string; password: string }) => call('consolePasswordSignIn', { body }),
    onSuccess: (me) => {
      cache.setQueryData(answerKey('consoleMe'), me)
      onSignedIn()
    },
  })
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      onFinish={(values: { account: string; password: string }) => signIn.mutate(values)}
    >
      <Form.Item name="account" label="账号" rules={[{ required: true, message: '请填账号' }]}>
        <Input autoComplete="username" maxLength={64} size="large" />
      </Form.Item>
      <Form.Item name="password" label="密码" rules={[{ required: true, message: '请填密码' }]}>
        <Input.Password autoComplete="current-password" maxLength={200} size="large" />
      </Form.Item>
      {signIn.error ? (
        <div style={{ marginBottom: 16 }}>
          <FailureNotice error={signIn.error} />
        </div>
      ) : null}
      <Button type={emphasis} size="large" block htmlType="submit" loading={signIn.isPending}>
        登录
      </Button>
    </Form>
  )
}
