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
    const summary = { ...none, meanMmolPerL: 7.66, glucoseManagementIndicatorPercent: 6.61, coefficientOfVariationPercent: 31.2 }
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
      missing: '均值、GMI、变异 CV不算：佩戴 41%，要满 70%。',
    })
    const smbg = glucoseFigures({ source: 'smbg', total: 32, summary: { ...none, meanMmolPerL: 8 } })
    expect(smbg.figures).toHaveLength(1)
    expect(smbg.missing).toBe('GMI、变异 CV不算：只有血糖仪的 32 个读数，GMI 要动态血糖。')
    expect(glucoseFigures({ source: 'none', total: 0, summary: none }).missing).toBe('这 14 天没有读数。')
  })
})
