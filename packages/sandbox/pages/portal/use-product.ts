import { useEffect, useState } from 'react'
import type { ConsolePatients, ProgrammeList } from './product-answers'

/** What the product itself tells the portal; `signed-out` when nobody in this browser has signed in to the console. */
export type Product =
  | { status: 'looking' }
  | { status: 'away' }
  | { status: 'signed-out' }
  | { status: 'open'; waiting: number; enrolled: readonly string[]; nextTouchpoint: string | null }

const everyMs = 3_000

/** Asks the console's API with the cookie of this browser every three seconds. */
export function useProduct(): Product {
  const [product, setProduct] = useState<Product>({ status: 'looking' })
  useEffect(() => {
    const stop = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    const next = async (): Promise<void> => {
      const seen = await look(stop.signal).catch((): Product => ({ status: 'away' }))
      if (stop.signal.aborted) return
      setProduct((old) => (JSON.stringify(old) === JSON.stringify(seen) ? old : seen))
      timer = setTimeout(() => void next(), everyMs)
    }
    void next()
    return () => {
      stop.abort()
      clearTimeout(timer)
    }
  }, [])
  return product
}

async function look(signal: AbortSignal): Promise<Product> {
  const get = (path: string): Promise<Response> => fetch(path, { signal, headers: { 'x-suixing': 'console' } })
  const programmes = await get('/api/console/programmes')
  if (programmes.status === 401 || programmes.status === 403) return { status: 'signed-out' }
  if (!programmes.ok) return { status: 'away' }
  const { programmes: list } = (await programmes.json()) as ProgrammeList
  const id = list[0]?.id
  const patients = await get(`/api/console/patients?limit=200${id ? `&programmeId=${encodeURIComponent(id)}` : ''}`)
  if (!patients.ok) return { status: 'away' }
  const { rows } = (await patients.json()) as ConsolePatients
  const instants = rows.flatMap((row) => (row.nextTouchpoint ? [row.nextTouchpoint] : []))
  return {
    status: 'open',
    waiting: rows.filter((row) => row.conversation === 'waiting').length,
    enrolled: rows.filter((row) => row.status === 'enrolled').map((row) => row.name),
    nextTouchpoint: instants.sort()[0] ?? null,
  }
}
