import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { loadAtlas, loadReport } from '../../src/dataset/load.ts'
import { type BuiltPage, builtPages, parse } from './addresses.ts'

const site = inject('siteFolder')
let pages: BuiltPage[]
beforeAll(async () => {
  pages = await builtPages(site)
})

describe('the built site', () => {
  it('has every page in both languages', () => {
    const addresses = pages.map((page) => page.address).filter((address) => address !== '404.html')
    const chinese = addresses.filter((address) => !address.startsWith('en/'))
    expect(addresses.filter((address) => address.startsWith('en/')).sort()).toEqual(
      chinese.map((one) => `en/${one}`).sort(),
    )
    expect(chinese.length).toBeGreaterThan(20)
  })

  it('says its language on every page and names the page in the other one', () => {
    for (const { address, html } of pages) {
      const $ = parse(html)
      expect($('html').attr('lang'), address).toBe(address.startsWith('en/') ? 'en' : 'zh-CN')
      expect($('a[hreflang]').length, address).toBeGreaterThan(0)
      expect($('title').text().trim(), address).not.toBe('')
      expect($('meta[name=description]').attr('content')?.trim(), address).toBeTruthy()
      expect($('h1').length, address).toBe(1)
    }
  })

  it('asks nothing of any other host', () => {
    for (const { address, html } of pages) {
      const $ = parse(html)
      const foreign = $('script[src], img[src], link[rel=stylesheet], iframe, source[src]')
        .toArray()
        .map((element) => $(element).attr('src') ?? $(element).attr('href') ?? '')
        .filter((link) => /^(https?:)?\/\//.test(link))
      expect(foreign, address).toEqual([])
    }
  })
})

describe.each(inject('sites'))('the site $where', ({ base, folder }) => {
  it('has no link that leads nowhere', async () => {
    const built = await builtPages(folder)
    const ids = new Map(
      built.map(({ address, html }) => [address, new Set(html.match(/(?<=\sid="?)[^"\s>]+/g) ?? [])]),
    )
    const isThere = ({ pathname, hash }: URL) => {
      if (!pathname.startsWith(base)) return false
      const path = decodeURIComponent(pathname.slice(base.length))
      const file = join(folder, path, pathname.endsWith('/') ? 'index.html' : '')
      return existsSync(file) && (!hash || ids.get(path)?.has(decodeURIComponent(hash.slice(1))))
    }
    const broken = built.flatMap(({ address, html }) => {
      const $ = parse(html)
      const links = $('[href], [src]').map((_, one) => $(one).attr('href') ?? $(one).attr('src') ?? '')
      return [...new Set(links.get())].filter((link) => {
        const target = new URL(link, `http://site.test${base}${address}`)
        return target.host === 'site.test' && !isThere(target)
      })
    })
    expect(broken).toEqual([])
  })
})

describe('every value on a profile', () => {
  it('leads to the place in the source where it is printed', async () => {
    const normalized = join(inject('datasetFolder'), '..', 'normalized')
    const atlas = loadAtlas(normalized)
    const profiles = pages.filter(({ address }) => /^agencies\/.+/.test(address))
    const sources = new Map(pages.map((page) => [page.address, parse(page.html)]))
    let followed = 0
    for (const { html, address } of profiles) {
      const $ = parse(html)
      for (const link of $('a[href*="/sources/"][href*="#"]').toArray()) {
        const { pathname, hash } = new URL($(link).attr('href') ?? '', `http://site.test/${address}`)
        const source = sources.get(pathname.slice(1))
        const place = source?.(`[id="${hash.slice(1)}"]`)
        expect(place?.length, `${address} ${hash}`).toBe(1)
        const shown = $(link).text().trim()
        if (/^[\d.]+$/.test(shown)) expect(place?.text(), `${address} ${hash}`).toContain(shown)
        followed += 1
      }
    }
    const printed = atlas.reports
      .flatMap((report) => loadReport(report.report_id, normalized).cells)
      .filter((cell) => cell.kind !== 'missing')
    expect(followed).toBeGreaterThanOrEqual(printed.length)
  })
})
