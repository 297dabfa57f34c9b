/** Whether an error says that a unique index refused a write (code 11000). */
export const isDuplicateKey = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === 11000
