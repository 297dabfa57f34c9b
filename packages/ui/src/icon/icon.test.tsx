/** @jest-environment jsdom */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { render } from '@testing-library/react'
import chosen from '../../icons/icons.json'
import { Icon } from './icon'
import { iconNames } from './icon-name'
import { IconTile } from './icon-tile'

const masks = readFileSync(join(__dirname, 'icon-masks.scss'), 'utf8')

test('the generated names are the chosen ones, each with one mask', () => {
  expect([...iconNames]).toEqual(Object.keys(chosen))
  for (const name of iconNames) expect(masks.split(`.sx-icon--${name} {`)).toHaveLength(2)
})

test('a mask is a data address CSS can read: no bare angle brackets or hashes', () => {
  const urls = [...masks.matchAll(/url\("([^"]*)"\)/g)].map(([, url = '']) => url)
  expect(urls).toHaveLength(iconNames.length)
  for (const url of urls) {
    expect(url).toMatch(/^data:image\/svg\+xml,%3Csvg/)
    expect(url).not.toMatch(/[<>#]/)
  }
})

test('an icon has the size it was given', () => {
  const { container } = render(<Icon name="drop" size={20} />)
  const icon = container.querySelector<HTMLElement>('.sx-icon--drop')
  expect([icon?.style.width, icon?.style.height]).toEqual(['20px', '20px'])
})

test('a tile holds its icon', () => {
  const { container } = render(<IconTile name="clock" />)
  expect(container.querySelector('.sx-icon-tile .sx-icon--clock')).not.toBeNull()
})
