import type { AnswerOf, QueryOf } from '@suixing/contracts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCall } from '../api/call-context'

export type ImportReport = AnswerOf<'consoleGlucoseImport'>
export type ImportUnit = NonNullable<QueryOf<'consoleGlucoseImport'>['unit']>

/** One asking of the host about a file: what would happen (preview) or do it (commit). */
export interface ImportAsk {
  readonly file: File
  readonly mode: 'preview' | 'commit'
  readonly unit: ImportUnit | undefined
}

/** Sends a glucose file; after a commit the patient's glucose and page are read again. */
export function useImport(patientId: string, timeZone: string) {
  const call = useCall()
  const cache = useQueryClient()
  return useMutation({
    mutationFn: ({ file, mode, unit }: ImportAsk): Promise<ImportReport> =>
      call('consoleGlucoseImport', { params: { id: patientId }, query: { mode, unit, timeZone, fileName: file.name.slice(-120) }, file }),
    onSuccess: async (report) => {
      if (report.mode !== 'commit') return
      await Promise.all(['consoleGlucose', 'consolePatient'].map((name) => cache.invalidateQueries({ queryKey: [name] })))
    },
  })
}
