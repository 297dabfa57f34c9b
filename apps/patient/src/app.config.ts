import { tabs } from './tabs/tabs'

export default defineAppConfig({
  pages: [
    'pages/today/index',
    'pages/glucose/index',
    'pages/messages/index',
    'pages/me/index',
    'pages/consent/index',
    'pages/consent-text/index',
    'pages/enrol/index',
    'pages/content/index',
    'pages/family/index',
  ],
  window: {
    navigationStyle: 'custom',
    navigationBarTitleText: '随行',
    backgroundTextStyle: 'light',
    backgroundColor: '#f3f5f5',
  },
  tabBar: {
    custom: true,
    color: '#5f6e74',
    selectedColor: '#0e6474',
    backgroundColor: '#ffffff',
    list: tabs.map(({ id, label }) => ({ pagePath: `pages/${id}/index`, text: label })),
  },
  darkmode: true,
  lazyCodeLoading: 'requiredComponents',
  animation: false,
})
