import type { DutyView } from '@suixing/contracts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCall } from '../api/call-context'
import { answerKey } from '../api/use-answer'
import { dutyChangeOf, type DutyDraft } from './duty-draft'

/** Saves the roster; the answer stands on the page at once. */
export function useSetDuty(programmeId: string) {
  const call = useCall()
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (draft: DutyDraft): Promise<DutyView> =>
      call('setDuty', { params: { id: programmeId }, body: dutyChangeOf(draft) }),
    onSuccess: (duty) => cache.setQueryData(answerKey('duty', { params: { id: programmeId } }), duty),
  })
}
