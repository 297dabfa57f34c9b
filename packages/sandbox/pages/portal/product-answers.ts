/** The few fields of the product's answers that the portal reads. The sandbox imports nothing of the product. */
export interface ProgrammeList {
  programmes: { id: string }[]
}
export interface ConsolePatients {
  rows: { name: string; status: string; conversation: string | null; nextTouchpoint: string | null }[]
}
