/** 「人工」 in front of these is no person: 人工甜味剂, 人工关节 … */
const MADE =
  '(?!甜|关节|智能|晶|泪|胰|肾|肝|心|授精|受孕|受精|流产|合成|喂养|瓣膜|牙|血管|膝|髋|降温|呼吸|色素|耳蜗|香|骨|肛门|皮肤|饲养|种植|糖|养殖|费|湖|草)'
const PERSON = '(人工|真人|活人|客服|医生|大夫|护士|主任|健康管理师|营养师|管理师)'
const patterns: readonly RegExp[] = [
  new RegExp(`(转|接|换|切|回)(到|成|接|回)?(一下|个)?(人工|真人)${MADE}`),
  new RegExp(`(要|找|叫|来|请|联系|呼叫|喊)(一?个|位|下|一下|你们|我的|我|.{0,2})?${PERSON}${MADE}`),
  new RegExp(`(转|接)(到|给)?.{0,2}${PERSON}${MADE}`),
  /人工(客服|服务|坐席|座席|回复|解答|接听|咨询|在线|通道|帮)/,
  /^人工(吧|呢|啊)?$/,
  /^(在线)?客服(呢|在吗|在不在|在线吗)?$/,
  /真人(?!秀)/,
  /(我|就)要(个)?(活)?人(?!工|命|家|参|陪|照顾|帮|流|民)|(换|来|找)(个|一个)?(活)?人(来|回|跟|和|说|聊|接|$)/,
  /有(没有)?人(在)?(吗|呢|没)?$|有(没有)?人(能|可以)?(回|管|理|接|答|在线)|^人呢$|没人(回|理|管)(我)?/,
  /(不要|不想|别用|不跟|不和|别让)(跟|和)?(你这个)?(机器人?|智能助手|ai)/,
  /(跟|和|同|与)(个)?(.{0,2})(医生|大夫|护士|主任)(说|讲|聊|通话|沟通|谈)/,
]
const DECLINED = /(不用|不需要|不必|无需|不要|别)(再)?(转|找|叫|联系|请)/

/** Whether a patient asks for a person instead of the assistant: 「转人工」, 「找医生」, 「我要真人」 …, but not 「人工关节」. */
export function asksForPerson(text: string): boolean {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, '')
  return !DECLINED.test(plain) && patterns.some((pattern) => pattern.test(plain))
}
