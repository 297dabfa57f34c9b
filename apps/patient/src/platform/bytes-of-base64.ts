/** Bytes of a base64 text (RFC 4648 §4). Throws on other characters. */
export const bytesOfBase64 = (base64: string): ArrayBuffer => {
  const binary = atob(base64)
  const bytes = new Uint8Array(binary.length)
  for (let index = 0; index < binary.length; index++) bytes[index] = binary.charCodeAt(index)
  return bytes.buffer
}
