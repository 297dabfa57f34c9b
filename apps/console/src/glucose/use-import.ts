import type { AnswerOf, QueryOf } from '@suixing/contracts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCall } from '../api/call-context'

export type ImportReport = AnswerOf<'consoleGlucoseImport'>
/** What a person answers when the file itself does not say. */
export type ImportAnswers = Pick<QueryOf<'consoleGlucoseImport'>, 'unit' | 'dateOrder'>

/** One asking of the host about a file: what would happen (preview) or do it (commit). */
export interface ImportAsk {
  readonly file: File
  readonly mode: 'preview' | 'commit'
  readonly answers: ImportAnswers
  /** Where the data comes from, when its licence asks to say so. */
  readonly attribution: string
}

/** Sends a glucose file; after a commit the patient's glucose and page are read again. */
export function useImport(patientId: string, timeZone: string) {
  const call = useCall()
  const cache = useQueryClient()
  return useMutation({
    mutationFn: ({ file, mode, answers, attribution }: ImportAsk): Promise<ImportReport> =>
      call('consoleGlucoseImport', {
        params: { id: patientId },
        query: {
          mode,
          ...answers,
          ...(attribution.trim() ? { attribution: attribution.trim() } : {}),
          timeZone,
          fileName: file.name.slice(-120),
        },
        file,
      }),
    onSuccess: async (report) => {
      if (report.mode !== 'commit') return
      await Promise.all(
        ['consoleGlucose', 'consolePatient'].map((name) => cache.invalidateQueries({ queryKey: [name] })),
      )
    },
  })
}
