import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { launchBrowser } from './browser.ts'

const url = inject('siteUrl')
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

async function open(address: string, options: Parameters<Browser['newPage']>[0] = {}): Promise<Page> {
  const page = await browser.newPage(options)
  await page.goto(new URL(address, url).href)
  return page
}
const visibleRows = (page: Page) => page.locator('tr[data-search]:visible').count()

describe('what is noted of a source', () => {
  it.each(['', 'en/'])('stands beside the report and above its source (%s)', async (locale) => {
    const page = await open(`${locale}agencies/321322-shuyangxian-fazhanhegaigeju/`)
    expect(await page.locator('.report .facts').textContent()).toContain('转录：表格与数字照录')
    await page.locator('.report .facts a', { hasText: /^(原文|the source)/ }).click()
    await page.waitForURL(/\/sources\//)
    expect(await page.locator('main').textContent()).toContain('转录：表格与数字照录')
    await page.close()
  })
})

describe('the list of agencies', () => {
  it('finds an agency by part of its name, by pinyin and by initials', async () => {
    const page = await open('agencies/')
    expect(await visibleRows(page)).toBe(7)
    for (const words of ['发展和改革', 'fazhan', 'syx']) {
      await page.locator('[data-agency-filter] input[name=q]').fill(words)
      expect(await visibleRows(page), words).toBe(1)
      expect(await page.locator('tr[data-search]:visible').textContent()).toContain('沭阳县发展和改革局')
    }
    await page.locator('[data-agency-filter] input[name=q]').fill('没有这个机关')
    expect(await visibleRows(page)).toBe(0)
    await page.close()
  })

  it('keeps what was asked in the address', async () => {
    const page = await open('agencies/')
    await page.locator('[data-agency-filter] input[name=q]').fill('淮安')
    await expect.poll(() => decodeURIComponent(page.url())).toContain('q=淮安')
    const again = await open(page.url())
    expect(await again.locator('[data-agency-filter] input[name=q]').inputValue()).toBe('淮安')
    expect(await visibleRows(again)).toBe(1)
    await page.close()
    await again.close()
  })

  it('is complete without scripts', async () => {
    const page = await open('agencies/', { javaScriptEnabled: false })
    expect(await visibleRows(page)).toBe(7)
    await page.close()
  })

  it('is worked with the keyboard alone', async () => {
    const page = await open('agencies/')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('skip')
    await page.locator('[data-agency-filter] input[name=q]').focus()
    await page.keyboard.type('laodongzhen')
    await expect.poll(() => visibleRows(page)).toBe(1)
    for (let i = 0; i < 12; i += 1) {
      await page.keyboard.press('Tab')
      const href = await page.evaluate(() => document.activeElement?.getAttribute('href') ?? '')
      if (href.includes('/agencies/512022110-laodongzhen/')) break
    }
    await page.keyboard.press('Enter')
    await page.waitForURL('**/agencies/512022110-laodongzhen/')
    await page.close()
  })
})

describe('a profile', () => {
  it('leads from a number to its place in the source, which is marked', async () => {
    const page = await open('agencies/420102009-laodongjiedao/')
    await page
      .locator('[id$="requests.received.natural_person"] a, [id$="requests-received-natural_person"] a')
      .first()
      .click()
    await page.waitForURL('**/sources/**#line-*')
    const target = page.locator(':target')
    expect((await target.textContent())?.trim()).toContain('1')
    expect(await target.isVisible()).toBe(true)
    await page.close()
  })

  describe.each([
    [390, 844],
    [1440, 900],
  ])('in a window of %d by %d', (width, height) => {
    const shows = async (page: Page, cell: string) => {
      // Long enough for tables above it to be laid out, which must not move it away.
      await page.waitForTimeout(700)
      const box = await page.locator(':target').boundingBox()
      expect(box, cell).not.toBeNull()
      expect(box?.y, cell).toBeGreaterThanOrEqual(0)
      expect((box?.y ?? 0) + (box?.height ?? 0), cell).toBeLessThanOrEqual(height)
      expect(box?.x, cell).toBeGreaterThanOrEqual(0)
      expect((box?.x ?? 0) + (box?.width ?? 0), cell).toBeLessThanOrEqual(width)
    }

    it.each([true, false])(
      'an address of a cell shows that cell (scripts: %s)',
      async (javaScriptEnabled) => {
        const cells = ['requests.received', 'requests.refused_deliberative', 'disputes.suit_after_review']
        for (const cell of cells) {
          const address = `agencies/320800-huaianshi/#y2024.${cell}.total`
          const page = await open(address, { javaScriptEnabled, viewport: { width, height } })
          await shows(page, cell)
          await page.close()
        }
      },
    )

    it('a number in a source leads to its cell, which shows', async () => {
      const page = await open('sources/320800-huaianshi-2024/', { viewport: { width, height } })
      await page.locator('a[href*="#y2024.disputes"]').last().click()
      await page.waitForURL('**/agencies/**')
      await shows(page, 'the last')
      await page.close()
    })
  })

  it('shows the three statutory tables without scripts, in both languages', async () => {
    for (const address of ['agencies/320800-huaianshi/', 'en/agencies/320800-huaianshi/']) {
      const page = await open(address, { javaScriptEnabled: false })
      const text = (await page.locator('main').textContent()) ?? ''
      for (const figure of ['3,119', '3,050', '3,985,758', '96,171.6']) {
        expect(text.includes(figure) || text.includes(figure.replaceAll(',', '')), figure).toBe(true)
      }
      await page.close()
    }
  })

  it('prints on paper without losing a table', async () => {
    const page = await open('agencies/321322-shuyangxian-fazhanhegaigeju/')
    await page.emulateMedia({ media: 'print' })
    const hidden = await page
      .locator('main table')
      .evaluateAll((tables) => tables.filter((table) => table.getClientRects().length === 0).length)
    expect(hidden).toBe(0)
    await page.close()
  })
})

describe('downloads', () => {
  it('serves the dataset that was written, byte for byte', async () => {
    for (const file of [
      'reports.csv',
      'cells/2022.csv',
      'issues.csv',
      'datapackage.json',
      'checksums.sha256',
    ]) {
      const response = await fetch(new URL(`data/${file}`, url))
      expect(response.status, file).toBe(200)
      expect(await response.text()).toBe(await readFile(join(inject('datasetFolder'), file), 'utf8'))
    }
  })

  it('gives the data of each chart as CSV and the chart as SVG', async () => {
    for (const chart of ['volumes', 'zero-activity', 'outcomes', 'applicants']) {
      const csv = await fetch(new URL(`charts/${chart}.csv`, url))
      expect(csv.status).toBe(200)
      expect((await csv.text()).split('\n').length).toBeGreaterThan(2)
      const svg = await (await fetch(new URL(`charts/${chart}.svg`, url))).text()
      expect(svg).toMatch(/^(<\?xml[^>]*>\s*)?<svg[^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/)
    }
  })
})
