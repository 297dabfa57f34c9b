import { chmodSync, mkdirSync, rmdirSync, statSync } from 'node:fs'
import { socketFolder } from './socket-folder'

describe('socketFolder', () => {
  const state = `/some/${'very/'.repeat(40)}deep/state-${process.pid}`
  const made = new Set<string>()
  afterAll(() => made.forEach((folder) => rmdirSync(folder)))
  const folderOf = (of: string): string => {
    const folder = socketFolder(of, undefined)
    made.add(folder)
    return folder
  }

  it('is short however deep the state folder is, and closed to others', () => {
    const folder = folderOf(state)
    expect(`${folder}/.s.PGSQL.5432`.length).toBeLessThan(100)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
  })

  it('is the same for the same state folder and another for another', () => {
    expect(folderOf(state)).toBe(folderOf(state))
    expect(folderOf(`${state}-other`)).not.toBe(folderOf(state))
  })

  it('refuses a folder that others can write to', () => {
    const folder = folderOf(`${state}-open`)
    rmdirSync(folder)
    mkdirSync(folder)
    chmodSync(folder, 0o777)
    expect(() => socketFolder(`${state}-open`, undefined)).toThrow('somebody else')
  })
})
