/** What the sandbox refused: `code` as it answered, or `unreachable` when no answer came. */
export class ControlError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
    this.name = 'ControlError'
  }
}

const said: Record<string, string> = {
  notFound: '沙箱里没有找到',
  notPossible: '现在做不了',
  badInput: '沙箱看不懂这个请求',
}

/** Asks the sandbox to act for somebody: POST /control/{action}. Throws ControlError. */
export async function control<Answer = unknown>(action: string, body: object = {}): Promise<Answer> {
  let response: Response
  try {
    response = await fetch(`/control/${action}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  } catch {
    throw new ControlError('unreachable', '沙箱没有回应，请确认它还开着')
  }
  const answer = (await response.json().catch(() => ({}))) as { code?: string; hint?: string }
  if (!response.ok) {
    const { code = `http-${response.status}`, hint = '' } = answer
    throw new ControlError(code, `${said[code] ?? '沙箱没有做成这件事'}${hint ? `（${hint}）` : ''}`)
  }
  return answer as Answer
}
