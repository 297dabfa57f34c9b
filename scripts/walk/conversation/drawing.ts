import type { Walk } from '../walk'

/** A picture as a person would choose it on a phone. */
export interface Drawing {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

const page = (body: string): string =>
  `<body style="margin:0;width:480px;height:360px;display:grid;place-content:center;text-align:center;font-family:'Noto Sans CJK SC',sans-serif;${body}</body>`

/** A meter with a reading, as a patient would photograph it. */
export const meter = page(
  `background:#b9c6c4"><div style="width:300px;padding:26px;border-radius:34px;background:#24363b">
   <div style="padding:18px;border-radius:12px;background:#d3dfc8;color:#1c2a20"><div style="text-align:left;font-size:20px">餐后 2 小时</div>
   <div style="font-size:104px;line-height:116px;font-weight:600">9.4</div><div style="text-align:right;font-size:22px">mmol/L</div></div></div>`,
)

/** How a foot is looked at every evening, as a physician would send it. */
export const footCare = page(
  `background:#e3f1f3;color:#16242a"><div style="font-size:32px;font-weight:600;line-height:60px">每晚看一次脚</div>
   <div style="text-align:left;font-size:26px;line-height:46px">1&emsp;脚底、趾缝，有没有破<br>2&emsp;颜色发白发紫，要马上说<br>3&emsp;温水 37℃ 以下，5 分钟</div>`,
)

/** Draws HTML of 480×360 as a PNG. */
export async function draw(walk: Walk, name: string, html: string): Promise<Drawing> {
  const sheet = await walk.options.context.newPage()
  await sheet.setViewportSize({ width: 480, height: 360 })
  await sheet.setContent(html)
  const buffer = await sheet.screenshot()
  await sheet.close()
  await walk.portal.bringToFront()
  return { name, mimeType: 'image/png', buffer }
}
