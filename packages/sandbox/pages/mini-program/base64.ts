/** In slices: one call with a whole file would exceed the number of arguments a call may have. */
export function base64Of(bytes: Uint8Array): string {
  const slice = 0x8000
  let binary = ''
  for (let at = 0; at < bytes.length; at += slice) binary += String.fromCharCode(...bytes.subarray(at, at + slice))
  return btoa(binary)
}
