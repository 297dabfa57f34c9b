interface Macro {
  readonly id: string
  readonly title: string
  readonly text: string
}

/** Ready sentences to choose from, with the variables already filled in; arrows point, Enter takes. */
export function MacroMenu({
  macros,
  pointed,
  onPoint,
  onChoose,
}: {
  macros: readonly Macro[]
  pointed: number
  onPoint: (index: number) => void
  onChoose: (sentence: string) => void
}) {
  const at = Math.min(pointed, macros.length - 1)
  return (
    <ul className="macro-menu" role="listbox" aria-label="话术">
      {macros.map(({ id, title, text }, index) => (
        <li
          key={id}
          role="option"
          aria-selected={index === at}
          className={index === at ? 'pointed' : ''}
          onMouseEnter={() => onPoint(index)}
          onMouseDown={(event) => {
            event.preventDefault()
            onChoose(text)
          }}
        >
          <b>{title}</b>
          <span className="second ellipsis">{text}</span>
        </li>
      ))}
    </ul>
  )
}
