import type { ContactWayView, ProgrammePage } from '@suixing/contracts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCall } from '../api/call-context'
import { answerKey } from '../api/use-answer'

/** Asks for a physician's contact way; the answer stands on the page at once, its picture comes with the next poll. */
export function useCreateContactWay(programmeId: string) {
  const call = useCall()
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (physicianId: string): Promise<ContactWayView> =>
      call('createContactWay', { params: { id: programmeId }, body: { physicianId } }),
    onSuccess: (way) => {
      cache.setQueryData<ProgrammePage>(answerKey('programme', { params: { id: programmeId } }), (page) =>
        page ? { ...page, contactWays: [way, ...page.contactWays.filter(({ id }) => id !== way.id)] } : page,
      )
      void cache.invalidateQueries({ queryKey: ['programme'] })
    },
  })
}
