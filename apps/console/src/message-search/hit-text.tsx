/** A text in pieces; every second one is what was searched for. */
export function HitText({ pieces }: { pieces: readonly string[] }) {
  return (
    <>
      {pieces.map((piece, index) =>
        index % 2 === 1 ? (
          <mark key={index} className="hit">
            {piece}
          </mark>
        ) : (
          <span key={index}>{piece}</span>
        ),
      )}
    </>
  )
}
