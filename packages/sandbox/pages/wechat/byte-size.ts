/** A file's size as WeChat writes it: `312 B`, `48.0 KB`, `1.2 MB`. */
export function byteSize(bytes: number): string {
  if (bytes < 1_024) return `${bytes} B`
  return bytes < 1_048_576 ? `${(bytes / 1_024).toFixed(1)} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`
}
