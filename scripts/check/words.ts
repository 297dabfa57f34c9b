import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { resultOf } from './step'
import type { Step } from './step'
import { productFiles } from './tracked-files'

const TEXT = /\.(tsx?|mjs|cjs|json|ya?ml|md|s?css|html|sh|svg|txt|xml)$|^\.[\w.]+$/

/** What belongs to one machine or one network, by the name it is reported under. Written apart so that this file passes itself. */
const personal: readonly { readonly name: string; readonly pattern: RegExp }[] = [
  {
    name: 'a path of one machine',
    pattern: new RegExp(`(^|[\\s'"\`(=])/(${['work', 'Users', 'home'].join('|')})/\\w`),
  },
  { name: 'the home of root', pattern: new RegExp(`(^|[\\s'"\`(=])/${'ro'}ot/(?!cache')`) },
  {
    name: 'the host of a registry',
    pattern: new RegExp(['registry\\.npm' + 'js', 'npm' + 'mirror\\.com', 'regis' + 'try\\.yarnpkg'].join('|')),
  },
]

/** Lines of a text that name a machine or a registry, each with what it names. */
export function personalWords(text: string): readonly { readonly line: number; readonly what: string }[] {
  return text
    .split('\n')
    .flatMap((line, index) =>
      personal.filter(({ pattern }) => pattern.test(line)).map(({ name }) => ({ line: index + 1, what: name })),
    )
}

/** Text, code and comments speak of the product alone. */
export const words: Step = {
  name: 'words',
  async run({ root }) {
    const files = productFiles(root).filter(
      (file) => TEXT.test(file.split('/').at(-1) ?? '') && file !== 'package-lock.json',
    )
    const findings = files.flatMap((file) =>
      personalWords(readFileSync(join(root, file), 'utf8')).map(({ line, what }) => `${file}:${line} names ${what}`),
    )
    return resultOf(findings, `${files.length} files`)
  },
}
