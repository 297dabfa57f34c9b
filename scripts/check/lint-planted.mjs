/**
 * Lints snippets as if they stood in files that exist: JSON `[{ file, code, needs? }]` on standard input, the rules that reported
 * each on standard output. A program of its own, because ESLint loads its configuration in a way Jest does not allow.
 */
import { ESLint } from 'eslint'
import ts from 'typescript-eslint'

const chunks = []
for await (const chunk of process.stdin) chunks.push(chunk)
// Types take a minute to load for every room: only the rule that needs them gets them.
const typed = new ESLint()
const untyped = new ESLint({ overrideConfig: [ts.configs.disableTypeChecked] })
const answers = []
for (const { file, code, needs } of JSON.parse(Buffer.concat(chunks).toString())) {
  const [result] = await (needs === 'types' ? typed : untyped).lintText(code, { filePath: file })
  answers.push((result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message))
}
process.stdout.write(JSON.stringify(answers))
