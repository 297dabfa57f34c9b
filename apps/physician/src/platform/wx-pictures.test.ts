import type { Wx } from './wx'
import { wxPictures } from './wx-pictures'

const phone = (over: Partial<Wx> = {}) => {
  const files = new Map<string, ArrayBuffer>([['wxfile://tmp/foot.jpg', new ArrayBuffer(3)]])
  const manager: ReturnType<Wx['getFileSystemManager']> = {
    saveFile: ({ tempFilePath, success }) => {
      files.set('wxfile://store/foot.jpg', files.get(tempFilePath) ?? new ArrayBuffer(0))
      files.delete(tempFilePath)
      success({ savedFilePath: 'wxfile://store/foot.jpg' })
    },
    readFile: ({ filePath, success, fail }) => {
      const data = files.get(filePath)
      if (data) success({ data })
      else fail({ errMsg: 'readFile:fail no such file' })
    },
    removeSavedFile: ({ filePath }) => void files.delete(filePath),
  }
  const wx = {
    chooseImage: ({ success }: Parameters<Wx['chooseImage']>[0]) =>
      success({ tempFilePaths: ['wxfile://tmp/foot.jpg'] }),
    getFileSystemManager: () => manager,
    ...over,
  }
  return { pictures: wxPictures(wx), manager }
}

it.each([
  ['chooseImage', {}],
  [
    'chooseMedia',
    {
      chooseMedia: ({ success }: Parameters<NonNullable<Wx['chooseMedia']>>[0]) =>
        success({ tempFiles: [{ tempFilePath: 'wxfile://tmp/foot.jpg' }] }),
    },
  ],
])('keeps a picture of %s until it is forgotten', async (_, over) => {
  const { pictures } = phone(over)
  const picked = await pictures.pick()
  expect(picked).toEqual({ ref: 'wxfile://store/foot.jpg', name: 'foot.jpg' })
  expect((await pictures.read(picked?.ref ?? '')).byteLength).toBe(3)
  pictures.forget(picked?.ref ?? '')
  await expect(pictures.read(picked?.ref ?? '')).rejects.toMatchObject({ code: 'file-gone' })
})

it('uses the temporary file when the store is full', async () => {
  const { pictures, manager } = phone()
  manager.saveFile = ({ fail }) => fail({ errMsg: 'saveFile:fail the maximum size of the file storage is exceeded' })
  expect((await pictures.pick())?.ref).toBe('wxfile://tmp/foot.jpg')
})

it.each([
  ['chooseImage:fail cancel', null],
  ['chooseImage:fail auth deny', 'not-allowed'],
])('%s: %s', async (errMsg, code) => {
  const { pictures } = phone({ chooseImage: ({ fail }) => fail({ errMsg }) })
  if (code === null) expect(await pictures.pick()).toBeNull()
  else await expect(pictures.pick()).rejects.toMatchObject({ code })
})
