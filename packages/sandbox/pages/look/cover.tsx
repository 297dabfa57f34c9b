/** The picture of a mini-program card when the message brings none of its own. */
export function Cover() {
  return (
    <svg width="234" height="150" viewBox="0 0 234 150" aria-hidden="true">
      <rect width="234" height="150" rx="4" fill="#E3F1F3" />
      <path d="M0 128c52 0 58-58 112-58s66-36 122-36v116H0z" fill="#CDE6EA" />
      <path d="M0 140c60 0 70-46 124-46s64-30 110-30v86H0z" fill="#B4D8DE" />
      <path
        d="M22 118c40 0 56-42 98-42s50-30 84-34"
        fill="none"
        stroke="#0E6474"
        strokeWidth="4"
        strokeLinecap="round"
      />
      <circle cx="206" cy="41" r="9" fill="#0E6474" />
      <path
        d="M34 132c40 0 54-34 92-34 32 0 42-20 62-26"
        fill="none"
        stroke="#F0A45D"
        strokeWidth="4"
        strokeLinecap="round"
      />
      <circle cx="190" cy="71" r="7" fill="#F0A45D" />
      <text x="20" y="38" fontSize="20" fontWeight="600" fill="#0B5563">
        出院以后，
      </text>
      <text x="20" y="64" fontSize="20" fontWeight="600" fill="#0B5563">
        我们一起走
      </text>
    </svg>
  )
}
