import { useView } from '../sandbox/use-view'
import type { EventsView } from '../sandbox/views'

const shown = 2_000

/** Answers after the first bring only what is new; a reset begins anew. */
const append = (before: EventsView, answer: EventsView): EventsView => {
  const reset = answer.entries.map((event) => event.kind).lastIndexOf('reset')
  return {
    ...answer,
    entries: reset < 0 ? [...before.entries, ...answer.entries].slice(-shown) : answer.entries.slice(reset),
  }
}

/** The whole feed, kept up to date. */
export const useEvents = () => useView<EventsView>('/view/events', append)
