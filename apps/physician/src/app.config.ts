export default defineAppConfig({
  pages: [
    'pages/inbox/index',
    'pages/patients/index',
    'pages/conversation/index',
    'pages/patient/index',
    'pages/me/index',
  ],
  window: { navigationStyle: 'custom', navigationBarTitleText: '随行', backgroundColor: '#F3F5F5' },
  lazyCodeLoading: 'requiredComponents',
})
