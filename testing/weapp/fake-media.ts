type Callbacks = { success?: (result: object) => void; fail?: (error: object) => void }

const folder = 'wxfile://usr'

/**
 * Album, recorder and file system of a phone, as wx gives them: temporary files may vanish, those saved under USER_DATA_PATH
 * stay. Pass `api` as `extra` of a fake wx; `files` outlives a restart.
 */
export const createFakeMedia = (files: Map<string, ArrayBuffer> = new Map()) => {
  const album: string[] = []
  const heard: Record<string, ((result: object) => void) | undefined> = {}
  const listen = (name: string) => (listener: (result: object) => void) => void (heard[name] = listener)
  const later = (act: () => void) => void setTimeout(act, 0)
  const asked: { record: object | null; most: number | null } = { record: null, most: null }
  /** A temporary file of so many bytes. */
  const temporary = (path: string, bytes: number): string => {
    files.set(path, new ArrayBuffer(bytes))
    return path
  }
  const answer = ({ success, fail }: Callbacks, result: object | null) =>
    later(() => (result ? success?.(result) : fail?.({ errMsg: 'fail no such file' })))
  const api = {
    env: { USER_DATA_PATH: folder },
    getFileSystemManager: () => ({
      saveFile(options: Callbacks & { tempFilePath: string; filePath: string }) {
        const bytes = files.get(options.tempFilePath)
        if (bytes) files.set(options.filePath, bytes)
        files.delete(options.tempFilePath)
        answer(options, bytes ? { savedFilePath: options.filePath } : null)
      },
      readFile(options: Callbacks & { filePath: string }) {
        const data = files.get(options.filePath)
        answer(options, data ? { data } : null)
      },
      unlink(options: Callbacks & { filePath: string }) {
        answer(options, files.delete(options.filePath) ? {} : null)
      },
    }),
    chooseMedia(options: Callbacks & { count: number }) {
      asked.most = options.count
      answer(options, { tempFiles: album.map((tempFilePath) => ({ tempFilePath })) })
    },
    compressImage(options: Callbacks & { src: string }) {
      const bytes = files.get(options.src)?.byteLength ?? 0
      answer(options, { tempFilePath: temporary(options.src.replace(/\.jpg$/, '-small.jpg'), bytes / 2) })
    },
    getRecorderManager: () => ({
      onStart: listen('start'),
      onStop: listen('stop'),
      onError: listen('error'),
      onInterruptionBegin: listen('interruption'),
      start(options: object) {
        asked.record = options
        later(() => heard.start?.({}))
      },
      stop: () =>
        later(() => heard.stop?.({ tempFilePath: temporary('tmp/voice.mp3', 900), duration: 4200, fileSize: 900 })),
    }),
  }
  return { api, files, asked, putIntoAlbum: (path: string, bytes: number) => void album.push(temporary(path, bytes)) }
}
