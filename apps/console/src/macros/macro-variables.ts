/** Variables of a ready sentence, each with what it stands for and an invented example. */
export const macroVariables = [
  { name: 'patientName', word: '患者姓名', example: '王秀兰' },
  { name: 'physicianName', word: '负责医生姓名', example: '林致远' },
  { name: 'staffName', word: '发送的人姓名', example: '周宁' },
  { name: 'staffTitle', word: '发送的人职称', example: '健康管理师' },
] as const

const examples = new Map<string, string>(macroVariables.map(({ name, example }) => [name, example]))

/** A ready sentence in pieces: plain words, a variable with its example, or one that does not exist. */
export interface MacroPiece {
  readonly kind: 'words' | 'variable' | 'unknown'
  readonly text: string
}

/** Cuts a ready sentence at its {variables}. */
export const macroPieces = (text: string): MacroPiece[] =>
  text
    .split(/(\{[^{}]*\})/)
    .filter((piece) => piece !== '')
    .map((piece): MacroPiece => {
      if (!/^\{.*\}$/s.test(piece)) return { kind: 'words', text: piece }
      const example = examples.get(piece.slice(1, -1))
      return example === undefined ? { kind: 'unknown', text: piece } : { kind: 'variable', text: example }
    })

/** Variables a sentence names that nobody can fill in. */
export const unknownVariables = (text: string): string[] =>
  macroPieces(text)
    .filter(({ kind }) => kind === 'unknown')
    .map((piece) => piece.text)
