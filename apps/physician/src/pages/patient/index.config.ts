export default definePageConfig({ navigationStyle: 'custom', navigationBarTitleText: '患者' })
