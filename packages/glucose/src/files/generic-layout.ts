import { headerKey, unitNamed } from './header-cell'
import type { RecogniseHeader, RowContent } from './table-layout'

const timeHeader =
  /^(device |local |display |event )?(timestamp|date ?time|time ?stamp|time|date and time|date)\b|^(测量|检测|监测|采样|采集|记录|血糖)?(日期)?时间|^(测量|检测|监测|采样|采集|记录)?日期/
const dayHeader = /^date$|^(测量|检测|监测|采样|采集|记录)?日期$/
const clockHeader = /^time$|^(测量|检测|监测|采样|采集|记录)?(时间|时刻)$/
const valueHeader =
  /^(sensor |blood |historic |scan )?(glucose|sugar|sensorglucose|bloodglucose|bg|gl|sgv|cgm|egv)\b|glucose|^(value|reading|result)\b|血糖|葡萄糖|^(测量|检测)?(数值|结果|测量值|检测值|值)/
const notValue =
  /insulin|carb|ketone|rate|trend|time|date|id$|type|unit|target|胰岛素|碳水|酮|时间|日期|时段|类型|单位|目标|备注/
const unitHeader = /^(unit|units|glucose unit|单位|血糖单位)$/
const personHeader = /^(id|subject|subject ?id|patient|patient ?id|participant|participant ?id|患者(编号|id)?)$/

/**
 * Any table with a time column (or a date and a time column) and a glucose column, in English or Chinese; the unit
 * comes from the glucose header or from a unit column.
 */
export const recogniseGeneric: RecogniseHeader = (header) => {
  const keys = header.map(headerKey)
  const find = (pattern: RegExp) => keys.findIndex((key) => pattern.test(key))
  const timeColumn = find(timeHeader)
  const valueColumn = keys.findIndex((key, i) => i !== timeColumn && valueHeader.test(key) && !notValue.test(key))
  if (timeColumn < 0 || valueColumn < 0) return undefined
  const [dayColumn, clockColumn] = [find(dayHeader), find(clockHeader)]
  const split = dayColumn >= 0 && clockColumn >= 0 && dayColumn !== clockColumn
  const [unitColumn, personColumn] = [find(unitHeader), find(personHeader)]
  const headerUnit = unitNamed(header[valueColumn] ?? '')
  return {
    format: 'generic',
    contentOf: (cells): RowContent => {
      const cell = (column: number) => cells[column] ?? ''
      return {
        kind: 'reading',
        time: split ? `${cell(dayColumn)} ${cell(clockColumn)}`.trim() : cell(timeColumn),
        value: cell(valueColumn),
        source: 'unknown',
        unit: unitNamed(cell(unitColumn)) ?? headerUnit,
        person: cell(personColumn),
      }
    },
  }
}
