/** Words that always reach a person, whatever the FAQ knows. Wider on purpose: a false alarm costs a minute, a miss may cost a life. */
const patterns: readonly { readonly id: string; readonly pattern: RegExp }[] = [
  { id: 'chest-pain', pattern: /胸(口|部)?(很|好|特别|突然)?(痛|疼|闷)|心(口|脏)(痛|疼)|心绞痛/ },
  { id: 'breathing', pattern: /喘不(上|过)(来)?气|呼吸(很)?困难|气短得厉害|憋气/ },
  { id: 'consciousness', pattern: /昏(迷|倒|过去)|晕(倒|过去)|意识(不清|模糊)|叫不醒|不清醒|抽搐/ },
  { id: 'stroke', pattern: /半边(身子|身体)?(麻|没力|动不了)|嘴(歪|角歪)|说不(出|清)话|口齿不清/ },
  {
    id: 'severe-low',
    pattern: /低血糖(了)?.{0,6}(缓不过来|没好|昏|晕)|血糖(只有|是|测(出来)?)?[012]\.\d|血糖.{0,4}(lo|测不出)/,
  },
  { id: 'ketoacidosis', pattern: /呼吸.{0,4}烂苹果|血糖.{0,4}hi(?![a-z])|一直(吐|呕吐)|呕吐不止/ },
  { id: 'self-harm', pattern: /不想活|想死|自杀|轻生|结束生命/ },
  { id: 'bleeding', pattern: /(吐|咯|呕)血|大出血|血止不住/ },
]

/** Ids of the red flags in what a patient wrote, in a fixed order. */
export function redFlags(text: string): string[] {
  const plain = text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
  return patterns.filter(({ pattern }) => pattern.test(plain)).map(({ id }) => id)
}
