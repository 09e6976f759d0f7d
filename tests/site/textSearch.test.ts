import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { load } from 'cheerio'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type TextOfReport, textFolder } from '../../src/textSearch/files.ts'
import { launchBrowser } from './browser.ts'

const sites = inject('sites')
const patience = { timeout: 20_000 }
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

const places = (page: Page) => page.locator('[data-text-places] li')
const status = (page: Page) => page.locator('[data-text-status]').textContent()

describe.each(sites)('the search in the text, $where', ({ url, folder }) => {
  it('leads from any page by the words typed there to the place in the source', async () => {
    const page = await browser.newPage()
    await page.goto(new URL('methods/', url).href)
    await page.locator('#agency-search').fill('公開欄')
    await page.locator('[data-search-text]').click()
    await page.waitForURL('**/search/?q=*')
    await expect.poll(() => places(page).count(), patience).toBe(2)
    expect(await page.locator('mark').allTextContents()).toEqual(['公开栏', '公开栏'])
    const first = places(page).first()
    expect(await first.locator('a').textContent()).toBe('淮安市 · 2024 · 总体情况')
    await first.locator('a').click()
    await page.waitForURL('**/sources/320800-huaianshi-2024/#*')
    expect(await page.locator(':target').textContent()).toContain('公开栏')
    await page.close()
  })

  it('asks for nothing before it is asked, and for less than 300 KB then', async () => {
    const page = await browser.newPage()
    const bodies: Promise<Buffer>[] = []
    page.on('response', (answer) => {
      if (answer.url().includes(textFolder)) bodies.push(answer.body())
    })
    await page.goto(new URL('en/search/', url).href, { waitUntil: 'networkidle' })
    expect(bodies).toEqual([])
    await page.locator('input[name=q]:visible').last().fill('信息公开')
    await page.keyboard.press('Enter')
    await expect.poll(() => places(page).count(), patience).toBe(7)
    const sizes = (await Promise.all(bodies)).map((body) => gzipSync(body).length)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(300_000)
    await page.close()
  })

  it('says what is too short, what is not there, and keeps the question in the address', async () => {
    const page = await browser.newPage()
    await page.goto(new URL('en/search/?q=%E6%A0%8F', url).href)
    await expect.poll(() => status(page), patience).toMatch(/^Too short/)
    const input = page.locator('[data-text-search] input')
    await input.fill('没有这句话')
    await input.press('Enter')
    await expect.poll(() => status(page), patience).toMatch(/^Not found/)
    expect(decodeURIComponent(page.url())).toContain('?q=没有这句话')
    await page.locator('[data-text-search] select').selectOption('2022')
    await input.fill('保密 公开栏')
    await input.press('Enter')
    await expect.poll(() => places(page).count(), patience).toBe(1)
    expect(decodeURIComponent(page.url())).toContain('year=2022')
    await page.close()
  })

  it('is worked by touch', async () => {
    const page = await browser.newPage({
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    })
    await page.goto(new URL('search/', url).href)
    await page.locator('[data-text-search] input').tap()
    await page.keyboard.type('公开栏')
    await page.locator('[data-text-search] button').tap()
    await expect.poll(() => places(page).count(), patience).toBe(2)
    await places(page).last().locator('a').tap()
    await page.waitForURL('**/sources/**#*')
    expect(await page.locator(':target').isVisible()).toBe(true)
    await page.close()
  })

  it('says without scripts that it needs them', async () => {
    const page = await browser.newPage({ javaScriptEnabled: false })
    await page.goto(new URL('search/', url).href)
    expect(await page.locator('main').textContent()).toContain('需要脚本')
    expect(await page.locator('[data-text-search]').isVisible()).toBe(false)
    await page.close()
  })

  it('knows every place by what stands on the page of its source', () => {
    const index = join(folder, textFolder)
    const files = readdirSync(index, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /b\d+\.json$/.test(name),
    )
    const reports = files.flatMap(
      (name) => JSON.parse(readFileSync(join(index, name), 'utf8')) as TextOfReport[],
    )
    expect(reports).toHaveLength(7)
    for (const { id, sections } of reports) {
      const $ = load(readFileSync(join(folder, 'sources', id, 'index.html'), 'utf8'))
      const ids = new Set(Array.from($('[id]'), ({ attribs }) => attribs['id']))
      const places = sections.flatMap(([, paragraphs]) => paragraphs.map(([place]) => place))
      expect(places.length, id).toBeGreaterThan(0)
      expect(
        places.filter((place) => !ids.has(place)),
        id,
      ).toEqual([])
    }
  })
})
