export default definePageConfig({ navigationStyle: 'custom', navigationBarTitleText: '对话' })
