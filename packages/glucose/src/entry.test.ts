import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const sources = readdirSync(__dirname).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))

test.each(sources)('%s can run on a phone: nothing heavy, no zone data, no clock', (name) => {
  const source = readFileSync(join(__dirname, name), 'utf8')
  const imports = [...source.matchAll(/from '([^']+)'/g)].map(([, from]) => from)
  expect(imports.filter((from) => !/^\.\/[a-z-]+$/.test(from ?? ''))).toEqual([])
  expect(source).not.toMatch(/\bIntl\b|Date\.now|new Date\(\)|Math\.random|process\./)
})
