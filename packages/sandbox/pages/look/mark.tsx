/** The mark of Suixing: two paths in one direction. */
export function Mark({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="9" fill="#0E6474" />
      <path d="M7 25c0-9 5.5-13.5 13-14" fill="none" stroke="#fff" strokeWidth="2.6" strokeLinecap="round" />
      <circle cx="22.5" cy="10.5" r="3.3" fill="#fff" />
      <path d="M13.5 25c.3-4 2.8-6.3 6.5-6.6" fill="none" stroke="#F0A45D" strokeWidth="2.6" strokeLinecap="round" />
      <circle cx="22.3" cy="18.3" r="2.5" fill="#F0A45D" />
    </svg>
  )
}
