/** Each finds an entry of the programme's FAQ; questions of one row find the same entry. */
export const known: readonly (readonly string[])[] = [
  ['餐后血糖多少算正常', '吃完饭血糖多少是正常的'],
  ['空腹血糖多少算正常'],
  ['餐后两小时从什么时候开始算'],
  ['糖化血红蛋白是什么'],
  ['低血糖了怎么办'],
  ['糖尿病能吃水果吗'],
  ['糖尿病怎么运动合适'],
  ['血糖试纸怎么保存'],
]
/** Nothing in the FAQ answers these. */
export const unknown = [
  '我下周三能不能换到周四来复查',
  '打针的地方起了个硬块',
  '新换的药饭前吃还是饭后吃',
  '住院的发票还能报销吗',
  '晚上脚有点麻，白天好些',
  '胰岛素笔按不动了',
  '体检单上尿酸高一点点',
]
export const wantsPerson = ['转人工', '我要找医生', '有人在吗，转人工']
export const redFlags = ['胸口疼，一直出冷汗', '血糖2.4，手抖得厉害', '老伴叫不醒了', '刚测血糖18.2，想吐']
export const smallTalk = ['谢谢', '好的，知道了', '昨天晚上十点睡的', '今天走了六千步']
export const replies = [
  '收到，我看看，稍后回您。',
  '这个不要紧，先观察三天。',
  '请来门诊看一下，带上血糖记录。',
  '先把今天的餐后血糖测一下发来。',
]
export const labels = ['复诊', '报销', '用药', '设备']
