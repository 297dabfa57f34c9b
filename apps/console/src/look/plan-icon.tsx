/** A plan: two ways that become one. Drawn like the Lucide icons beside it, which have no such sign. */
export function PlanIcon({
  size = 18,
  strokeWidth = 1.7,
}: {
  size?: number | string | undefined
  strokeWidth?: number | string | undefined
}) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={strokeWidth}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d="M4 6h5M4 18h5M15 12h5M9 6c4 0 2 6 6 6M9 18c4 0 2-6 6-6" />
    </svg>
  )
}
