const words: Record<string, string> = {
  morning: '上午',
  lunch: '午饭前后',
  noon: '午间',
  afternoon: '下午',
  evening: '傍晚',
}
/** Preferred hour in words. Hours are programme data and the contract gives the console only their id, so an unknown one is shown as it is. */
export const preferredHourWords = (hour: string): string => words[hour] ?? hour
