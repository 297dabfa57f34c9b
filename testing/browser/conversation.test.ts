import { playedTitles } from './played-titles'

const WALK_MS = 300_000

/** Both apps and the console in one conversation, as `npm run walk -- --name conversation` plays it. */
it(
  'goes on through every chat, from the first question to the figures of the console, without a page error',
  () => {
    expect(playedTitles('conversation')).toEqual([
      '在微信里问，助手答',
      '「转人工」：说清楚谁来回，医生的企业微信收到卡片',
      '医生的消息：谁在等',
      '点「我来处理」，卡片写上谁接手',
      '对话：上面是患者，下面是还能发几条',
      '常用语和图片到了患者微信',
      '患者在微信里发照片，医生这边看得到',
      '小程序里是同一个对话',
      '患者说的话和语音到了，「医护已看」',
      '内部备注只有同事看得到',
      '交还助手，患者点一下说帮没帮到',
      '夜里 23 点说胸口痛：马上有话，值班的陈思远马上收到',
      '等的时候，患者允许提醒一次',
      '陈思远接手，回到患者微信',
      '两天多后：微信客服发不了，写之前就说清楚',
      '回复进小程序，微信弹服务通知',
      '点开通知就是这条回复',
      '患者撤回，医生这边也不再显示',
      '运营台：整个团队的对话',
      '按说过的话找',
      '分给何静，加标记',
      '值班：谁在岗，谁兜底',
      '对话数据：这一趟的数',
    ])
  },
  WALK_MS,
)
