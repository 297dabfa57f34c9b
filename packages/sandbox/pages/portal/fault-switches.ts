import type { FaultName, Faults } from '../../src/faults'

/** A fault knob as a switch: what it sets, and what stands beside it when off and on. */
export interface FaultSwitch {
  name: FaultName
  title: string
  value: Faults[FaultName]
  off: string
  on: string
}

export const faultSwitches: readonly FaultSwitch[] = [
  { name: 'callbackDrop', title: '丢掉回调', value: { rate: 0.2 }, off: '20%', on: '丢 20%' },
  { name: 'callbackDuplicate', title: '同一回调推三次', value: { copies: 2 }, off: '关', on: '开着' },
  { name: 'callbackReorder', title: '打乱先后', value: { batch: 3 }, off: '关', on: '开着' },
  { name: 'callbackDelay', title: '回调晚到', value: { seconds: 60 }, off: '60 秒', on: '晚 60 秒' },
  { name: 'tokenEarlyDeath', title: '令牌提前失效', value: { seconds: 30 }, off: '关', on: '开着' },
]
