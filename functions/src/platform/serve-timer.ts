import { ServerlessFunction, ServerlessTrigger, ServerlessTriggerType } from '@midwayjs/core'
import { declaredTriggers } from './serve'

/** Declares a timer. In the cloud a small event function of the same name calls the host's /__invoke/NAME with the host's secret. */
export function ServeTimer(name: string, cron: string) {
  return (target: object, key: string, descriptor: TypedPropertyDescriptor<() => Promise<string>>): void => {
    declaredTriggers.push({ name, type: 'timer', cron, guard: 'host-secret' })
    ServerlessFunction({ functionName: name, handlerName: name } as never)(
      target,
      key,
      descriptor as PropertyDescriptor,
    )
    ServerlessTrigger(ServerlessTriggerType.TIMER, { type: 'cron', value: cron })(
      target,
      key,
      descriptor as PropertyDescriptor,
    )
  }
}
