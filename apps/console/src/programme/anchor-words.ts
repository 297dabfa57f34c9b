const words: Record<string, string> = {
  enrolled: '入组',
  invited: '受邀',
  discharge: '出院',
  readmission: '再入院',
  surgery: '手术',
  'cycle-start': '周期开始',
  'lab-result': '化验结果',
  'stage-change': '分期变化',
}
/** Journey event a plan counts from; an event without a word is shown by its name. */
export const anchorWords = (anchor: string): string => words[anchor] ?? anchor
