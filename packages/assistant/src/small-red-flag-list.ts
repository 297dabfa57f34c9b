import { glucoseIn } from './glucose-in-text'
import type { GlucoseMention } from './glucose-in-text'
import { redFlagList } from './red-flag'
import type { RedFlagList, RedFlagRule } from './red-flag'

const words = (id: string, zh: string, en: string, ...patterns: readonly RegExp[]): RedFlagRule => ({
  id,
  says: { zh, en },
  evidence: (plain) => patterns.map((pattern) => pattern.exec(plain)?.[0]).find((found) => found !== undefined) ?? null,
})

/** Glucose of one level in the text, or words that say as much without a number. */
const glucose = (id: string, zh: string, en: string, level: GlucoseMention['level'], said: RegExp): RedFlagRule => ({
  id,
  says: { zh, en },
  evidence: (plain, written) =>
    glucoseIn(plain, written).find((mention) => mention.level === level)?.evidence ?? said.exec(plain)?.[0] ?? null,
})

/**
 * The small list: what must reach a person whatever the FAQ knows. Wider on purpose, negations and questions included:
 * a false alarm costs a minute, a miss may cost a life. Glucose limits are those of the urgent class: < 3.0 and ≥ 16.7 mmol/L.
 */
export const smallRedFlagList: RedFlagList = redFlagList([
  words(
    'chest-pain',
    '胸痛或胸闷',
    'Chest pain or tightness',
    /胸(?!片).{0,5}(痛|疼|闷|紧|压|憋)|心(口|脏|窝|前区).{0,3}(痛|疼|绞|闷)|心(绞)?痛|心梗|心肌梗/,
  ),
  words(
    'breathing',
    '喘不上气',
    'Short of breath',
    /喘不(上|过)(来)?气|呼吸(很|好|特别)?困难|气短得厉害|憋气|上不来气/,
  ),
  words(
    'consciousness',
    '意识不清',
    'Not conscious',
    /昏(迷|倒|过去|死|睡不醒)|晕(倒|过去|厥)|意识.{0,2}(不清|模糊|丧失|没)|(叫|喊|推|摇).{0,3}不(醒|应)|(叫|喊|推).{0,6}(没|无)反应/,
    /不清醒|神志不清|不省人事|失去知觉|抽搐|抽风|休克|没(有)?呼吸/,
  ),
  words(
    'stroke',
    '像中风',
    'Signs of stroke',
    /半边(身子|身体|脸)?(麻|没力|动不了)|嘴.{0,2}歪|说不(出|清)话|口齿不清|中风/,
  ),
  glucose(
    'severe-low',
    '血糖很低',
    'Very low glucose',
    'low',
    /低血糖(了)?.{0,6}(缓不过来|没好|昏|晕)|血糖仪?.{0,4}测不(出|到)/,
  ),
  glucose(
    'severe-high',
    '血糖很高',
    'Very high glucose',
    'high',
    /血糖.{0,4}(爆表|爆了|超(出)?量程|高得测不)|呼(吸|气|出).{0,6}烂苹果/,
  ),
  words('vomiting', '一直吐', 'Keeps vomiting', /一直(在)?(吐|呕)|呕吐不止|吐个不停|吐得?不停/),
  words(
    'self-harm',
    '有轻生的念头',
    'Thoughts of self-harm',
    /不(太)?想(再)?活|活(着|下去)?.{0,3}(没|没有)(什么)?(意思|意义|劲|盼头)|想死|去死|不如死|死了(算了|一了|干净)|活够了|活腻|想不开/,
    /自杀|轻生|寻短见|自残|割腕|跳楼|(结束|了结)(我|自己)?(的)?(生命|一生|自己)|一了百了|故意.{0,3}(多打|多吃)/,
  ),
  words('bleeding', '出血', 'Bleeding', /(?<!方)(吐|咯|呕|便)血(?![糖压])|大出血|血止不住|流血不止/),
])

/** Ids of the red flags of the small list in what a patient wrote, in a fixed order. */
export const redFlags = (text: string): string[] => smallRedFlagList.find(text).map(({ id }) => id)
