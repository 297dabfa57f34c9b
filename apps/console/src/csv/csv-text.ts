/** One field of a CSV line (RFC 4180). A leading = + - @ would run as a formula in a spreadsheet, so it is quoted away. */
const field = (value: string | number): string => {
  const text = String(value)
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Lines of a table as CSV, with a byte order mark so that spreadsheets read the Chinese. */
export const csvText = (lines: readonly (readonly (string | number)[])[]): string =>
  `\uFEFF${lines.map((line) => line.map(field).join(',')).join('\r\n')}\r\n`
