/** `#!AMR\n`, the head of a single-channel AMR-NB file (RFC 4867 §5.1). */
const head = Buffer.from('#!AMR\n', 'latin1')
const framesPerSecond = 50

/** Bytes of a whole frame by its type, the head octet included (RFC 4867 §5.3); 9 to 14 are reserved. */
const frameBytes = [13, 14, 16, 18, 20, 21, 27, 32, 6, 0, 0, 0, 0, 0, 0, 1]

/** 12.2 kbit/s, quality bit set, a quiet line. */
const quiet = Buffer.concat([Buffer.from('3c911716be6679e1e001e7aff000000080', 'hex'), Buffer.alloc(15)])

/** A voice message of so many seconds in which nobody speaks. */
export function silentAmr(seconds: number): Buffer {
  return Buffer.concat([head, ...Array.from({ length: Math.round(seconds * framesPerSecond) }, () => quiet)])
}

/** How long an AMR-NB file plays, in seconds; null when it is none. */
export function amrSeconds(bytes: Buffer): number | null {
  if (!bytes.subarray(0, head.length).equals(head)) return null
  let frames = 0
  for (let at = head.length; at < bytes.length; frames += 1) {
    const size = frameBytes[((bytes[at] ?? 0) >> 3) & 0x0f] ?? 0
    if (size === 0) return null
    at += size
  }
  return frames / framesPerSecond
}
