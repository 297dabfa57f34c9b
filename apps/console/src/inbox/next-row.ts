/** Which row a key leads to: j down, k up, staying at the ends; null for any other key or an empty list. */
export function nextRow(key: string, count: number, at: number): number | null {
  if (count === 0) return null
  if (key === 'j') return Math.min(count - 1, at + 1)
  if (key === 'k') return Math.max(0, at - 1)
  return null
}
