/** Part of the day a reading belongs to, by the minute of the patient's wall clock. */
export const dayPart = (minuteOfDay: number): string => {
  const hour = minuteOfDay / 60
  if (hour < 5) return '凌晨'
  if (hour < 9) return '早上'
  if (hour < 11.5) return '上午'
  if (hour < 13.5) return '中午'
  if (hour < 18) return '下午'
  return '晚上'
}
