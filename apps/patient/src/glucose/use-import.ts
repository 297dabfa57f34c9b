import type { ImportReport, QueryOf } from '@suixing/contracts'
import { asFailure, type ApiFailure } from '@suixing/ui'
import { useState } from 'react'
import { call } from '../api'
import { platform } from '../platform'
import type { ChosenFile } from '../platform/platform'

/** What the file itself does not tell: the zone its clock stood in, and what a person said about unit and date. */
export type Hints = Pick<QueryOf<'patientGlucoseImport'>, 'unit' | 'dateOrder' | 'timeZone'>

/** An import on its way: nothing is stored before the person has seen the report and agreed. */
export type Import =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading'; readonly file: ChosenFile }
  | { readonly kind: 'ask'; readonly about: 'unit' | 'dateOrder'; readonly file: ChosenFile; readonly hints: Hints }
  | { readonly kind: 'preview'; readonly file: ChosenFile; readonly hints: Hints; readonly report: ImportReport }
  | { readonly kind: 'storing'; readonly file: ChosenFile; readonly hints: Hints; readonly report: ImportReport }
  | { readonly kind: 'done'; readonly report: ImportReport }
  | { readonly kind: 'failed'; readonly failure: ApiFailure; readonly again: (() => void) | null }

const ask = (mode: 'preview' | 'commit', file: ChosenFile, hints: Hints) =>
  call('patientGlucoseImport', {
    query: { mode, fileName: file.name.slice(0, 120), ...hints },
    file: file.bytes,
  })

/** Steps of an import: choose, preview (unit and order of the date asked when the file does not tell), agree. */
export const useImport = () => {
  const [state, setState] = useState<Import>({ kind: 'none' })
  const preview = async (file: ChosenFile, hints: Hints): Promise<void> => {
    setState({ kind: 'reading', file })
    try {
      setState({ kind: 'preview', file, hints, report: await ask('preview', file, hints) })
    } catch (caught) {
      const failure = asFailure(caught)
      if (failure.code === 'unit-unsure') setState({ kind: 'ask', about: 'unit', file, hints })
      else if (failure.code === 'date-order-unsure') setState({ kind: 'ask', about: 'dateOrder', file, hints })
      // The same file would not be read the second time either.
      else if (failure.code === 'file-not-readable' || failure.code === 'too-large')
        setState({ kind: 'failed', failure, again: null })
      else setState({ kind: 'failed', failure, again: () => void preview(file, hints) })
    }
  }
  const choose = async (timeZone: string): Promise<void> => {
    const file = await platform.chooseFile()
    if (file) await preview(file, { timeZone })
  }
  const store = async (): Promise<void> => {
    if (state.kind !== 'preview') return
    const { file, hints, report } = state
    setState({ kind: 'storing', file, hints, report })
    try {
      setState({ kind: 'done', report: await ask('commit', file, hints) })
    } catch (caught) {
      // The host takes a reading once, however often it is sent: trying again is safe.
      setState({
        kind: 'failed',
        failure: asFailure(caught),
        again: () => setState({ kind: 'preview', file, hints, report }),
      })
    }
  }
  const tell = (more: Hints): void => {
    if (state.kind === 'ask') void preview(state.file, { ...state.hints, ...more })
  }
  return { state, choose, store, tell, close: () => setState({ kind: 'none' }) }
}
