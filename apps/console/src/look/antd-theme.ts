import type { ThemeConfig } from 'antd'

/** Tokens of the console for antd; the same colours stand as CSS variables in look.css. */
export const antdTheme: ThemeConfig = {
  token: {
    colorPrimary: '#0E6474',
    colorInfo: '#0E6474',
    colorLink: '#0E6474',
    colorSuccess: '#0B6B52',
    colorWarning: '#8A5A00',
    colorError: '#C2281F',
    colorText: '#16242A',
    colorTextSecondary: '#4E5D63',
    colorTextTertiary: '#5F6E74',
    colorTextPlaceholder: '#5F6E74',
    colorBgLayout: '#F3F5F5',
    colorBorder: '#CBD4D6',
    colorBorderSecondary: '#E4E9EA',
    borderRadius: 8,
    borderRadiusLG: 12,
    controlHeight: 34,
    fontSize: 14,
    fontFamily: '-apple-system, "PingFang SC", "HarmonyOS Sans SC", MiSans, "Noto Sans CJK SC", sans-serif',
    fontWeightStrong: 600,
    motionDurationMid: '0.16s',
  },
  components: {
    Table: { headerBg: 'transparent', headerColor: '#5F6E74', headerSplitColor: 'transparent', cellPaddingBlock: 8 },
    Button: { primaryShadow: 'none', defaultShadow: 'none', fontWeight: 400 },
    Modal: { titleFontSize: 16 },
  },
}
