import type { GlucoseUnit } from '../glucose-unit'
import { unitOfAmounts } from './detect-unit'
import type { ReadFile, ReadOptions, Unsure } from './glucose-file'

/** An amount of the file with the unit its header or row names. */
export interface NamedAmount {
  readonly amount: number
  readonly unit: GlucoseUnit | undefined
}

export interface ChosenUnit {
  readonly kind: 'chosen'
  readonly from: ReadFile['unitFrom']
  /** The unit of a row, given the one the file names for it. */
  readonly unitOf: (named: GlucoseUnit | undefined) => GlucoseUnit
}

/**
 * Decides the unit of a file: what the file says, else a person's answer, else the amounts where they are clear. Where
 * the amounts clearly contradict what the file says, a person is asked and that answer counts.
 */
export function chooseUnit(
  amounts: readonly NamedAmount[],
  rowsWithoutUnit: boolean,
  answer: ReadOptions['unit'],
): ChosenUnit | { readonly kind: 'ask'; readonly unsure: Unsure } {
  const answered = answer === 'ask' ? undefined : answer
  const clear = unitOfAmounts(amounts.map(({ amount }) => amount))
  const named = new Set(amounts.flatMap(({ unit }) => unit ?? []))
  const contradicted = named.size === 1 && clear !== undefined && !named.has(clear)
  if (contradicted) return answered ? chosen('answer', () => answered) : ask(clear)
  const silent = answered ?? clear
  if (!rowsWithoutUnit) return chosen('file', (unit) => unit ?? silent ?? 'mmol/L')
  if (silent === undefined) return ask(undefined)
  return chosen(answered ? 'answer' : 'values', (unit) => unit ?? silent)
}

const chosen = (from: ChosenUnit['from'], unitOf: ChosenUnit['unitOf']): ChosenUnit => ({
  kind: 'chosen',
  from,
  unitOf,
})

function ask(likely: GlucoseUnit | undefined): { kind: 'ask'; unsure: Unsure } {
  const hint = {
    zh: '看不出血糖单位，请选择 mmol/L 或 mg/dL',
    en: 'The glucose unit is not clear; choose mmol/L or mg/dL',
  }
  const suggestions: readonly GlucoseUnit[] = likely === 'mg/dL' ? ['mg/dL', 'mmol/L'] : ['mmol/L', 'mg/dL']
  return { kind: 'ask', unsure: { field: 'unit', suggestions, hint } }
}
