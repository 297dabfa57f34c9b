import { macroPieces } from './macro-variables'

/** A ready sentence as a patient would read it, with examples in place of the variables. */
export function MacroText({ text }: { text: string }) {
  return (
    <>
      {macroPieces(text).map(({ kind, text: piece }, index) =>
        kind === 'words' ? (
          <span key={index}>{piece}</span>
        ) : (
          <span key={index} className={kind === 'variable' ? 'variable' : 'variable unknown'}>
            {piece}
          </span>
        ),
      )}
    </>
  )
}
