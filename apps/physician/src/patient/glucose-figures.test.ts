import { glucoseFigures } from './glucose-figures'

const none = {
  meanMmolPerL: null,
  standardDeviationMmolPerL: null,
  coefficientOfVariationPercent: null,
  glucoseManagementIndicatorPercent: null,
  wearPercent: null,
  sufficient: false,
}

describe('glucoseFigures', () => {
  it('shows all three when all are real', () => {
    const summary = {
      ...none,
      meanMmolPerL: 7.66,
      glucoseManagementIndicatorPercent: 6.61,
      coefficientOfVariationPercent: 31.2,
    }
    expect(glucoseFigures({ source: 'cgm', total: 3749, summary })).toEqual({
      figures: [
        { value: '7.7', label: '均值' },
        { value: '6.6%', label: 'GMI' },
        { value: '31%', label: '变异 CV' },
      ],
    })
  })

  it('says what is missing and why', () => {
    expect(glucoseFigures({ source: 'cgm', total: 1200, summary: { ...none, wearPercent: 41.3 } })).toEqual({
      figures: [],
      missing: '佩戴 41%，不到 70%，先不算均值、GMI、CV。',
    })
    const smbg = glucoseFigures({ source: 'smbg', total: 32, summary: { ...none, meanMmolPerL: 8 } })
    expect(smbg.figures).toHaveLength(1)
    expect(smbg.missing).toBe('血糖仪的 32 个读数还算不出 GMI、CV。')
    const strips = { ...none, meanMmolPerL: 8, coefficientOfVariationPercent: 22 }
    expect(glucoseFigures({ source: 'smbg', total: 32, summary: strips }).missing).toBe(
      'GMI 要动态血糖，血糖仪的读数算不出。',
    )
    expect(glucoseFigures({ source: 'none', total: 0, summary: none }).missing).toBe('这段时间没有读数。')
  })
})
