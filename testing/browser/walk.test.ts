import { playedTitles } from './played-titles'

const WALK_MS = 240_000

/** The whole first walk as `npm run walk` plays it: an installation of its own, Chromium, every screen. */
it(
  'walks from the contact code to the physician’s curve without a page error',
  () => {
    expect(playedTitles('walk')).toEqual([
      '运营台生成林致远的联系码',
      '患者扫码，收到欢迎、小程序卡片和助手链接',
      '看懂同意书',
      '选时间、渠道、确诊年份和家人',
      '加入',
      '运营台：标签带出处，计划排好两个触点',
      '企业微信一侧也打上了标签',
      '智能助手答得上',
      '拿不准，转给人并说清楚',
      '医生的小程序：谁在等',
      '时间线',
      '回复到了患者微信',
      '第二天早上到点：推迟到她选的傍晚',
      '随访在 17:30 自己来',
      '运营台：每一步的时间和原因',
      '患者关掉一类消息',
      '下一个触点跳过，并说明原因',
      '先看报告：收下、重复、不能收',
      '患者看到趋势和目标内次数',
      '运营台：5 分钟动态血糖，先看报告',
      '运营台看到走势和目标内时间',
      '医生看到动态血糖图',
    ])
  },
  WALK_MS,
)
