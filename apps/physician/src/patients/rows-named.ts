import type { PatientRow } from '@suixing/contracts'

/** Rows whose name holds the words typed, in their order; spaces around and case do not count. Nothing typed finds everybody. */
export const rowsNamed = <Row extends Pick<PatientRow, 'name'>>(
  rows: readonly Row[],
  typed: string,
): readonly Row[] => {
  const words = typed.trim().toLowerCase()
  return words === '' ? rows : rows.filter((row) => row.name.toLowerCase().includes(words))
}
