/** A card with two buttons, as an urgent hand-over is told. */
export const buttonsCard = {
  card_type: 'button_interaction',
  task_id: 'escalation-1',
  main_title: { title: '患者等待接手', desc: '已等待 3 分钟' },
  horizontal_content_list: [{ keyname: '患者', value: '王女士' }],
  button_list: [
    { text: '我来处理', style: 1, key: 'take' },
    { text: '转给同事', style: 2, key: 'pass' },
  ],
}

/** A card that only tells. */
export const noticeCard = {
  card_type: 'text_notice',
  main_title: { title: '本周小结' },
  card_action: { type: 1, url: 'https://a.test/week' },
}
