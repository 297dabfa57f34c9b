/** A straight line from a domain to a range; a domain of no width maps to the middle of the range. */
export function linearScale(domain: readonly [number, number], range: readonly [number, number]) {
  const span = domain[1] - domain[0]
  return (value: number): number => {
    const fraction = span === 0 ? 0.5 : (value - domain[0]) / span
    return range[0] + (range[1] - range[0]) * fraction
  }
}
