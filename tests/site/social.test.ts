import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { type BuiltPage, builtPages, parse } from './addresses.ts'

const [atRoot, belowPath] = inject('sites')
let pages: BuiltPage[]
beforeAll(async () => {
  pages = await builtPages(belowPath.folder)
})

/** What a page says of itself to those who link to it. */
const said = ({ html }: BuiltPage) => {
  const $ = parse(html)
  return (name: string) => $(`meta[property="${name}"], meta[name="${name}"]`).attr('content') ?? ''
}

describe('where a page is shared', () => {
  it('every page gives a title, a description and a picture that is there', () => {
    const root = `${belowPath.address}${belowPath.base}`
    for (const page of pages) {
      if (/http-equiv="refresh"/.test(page.html)) continue
      const of = said(page)
      expect(of('og:title'), page.address).not.toBe('')
      expect(of('og:description'), page.address).not.toBe('')
      expect(of('twitter:card'), page.address).toBe('summary_large_image')
      const picture = of('og:image')
      expect(picture.startsWith(root), page.address).toBe(true)
      const file = join(belowPath.folder, decodeURIComponent(picture.slice(root.length)))
      expect(existsSync(file), `${page.address}: ${picture}`).toBe(true)
      expect([of('og:image:width'), of('og:image:height')]).toEqual(['1200', '630'])
    }
  })

  it.each([
    ['', 'social/pages/overview.png'],
    ['en/methods/', 'en/social/pages/overview.png'],
    ['charts/volumes/', 'social/charts/volumes.png'],
    ['en/charts/volumes/', 'en/social/charts/volumes.png'],
    ['en/regions/410000-henansheng/', 'en/social/regions/410000-henansheng.png'],
    ['agencies/411628001-zhenyuanjiedao/', 'social/agencies/411628001-zhenyuanjiedao.png'],
    ['en/agencies/411628001-zhenyuanjiedao/', 'social/agencies/411628001-zhenyuanjiedao.png'],
    ['sources/420102009-laodongjiedao-2022/', 'social/agencies/420102009-laodongjiedao.png'],
  ])('/%s has the picture of what it is about, 1200 by 630', (address, picture) => {
    const page = pages.find((one) => one.address === address)
    expect(page && said(page)('og:image')).toBe(`${belowPath.address}${belowPath.base}${picture}`)
    const file = join(belowPath.folder, picture)
    const png = readFileSync(file)
    expect(png.toString('latin1', 1, 4)).toBe('PNG')
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630])
    expect(statSync(file).size).toBeLessThan(60_000)
  })

  it('has no picture where the site has no address, which pictures need', async () => {
    expect(existsSync(join(atRoot.folder, 'social'))).toBe(false)
    const [first] = (await builtPages(atRoot.folder)).filter((one) => one.address === '')
    expect(first && said(first)('og:image')).toBe('')
    expect(first && said(first)('twitter:card')).toBe('summary')
  })
})
