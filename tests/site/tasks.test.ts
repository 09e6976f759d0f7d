import { readFile } from 'node:fs/promises'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { launchBrowser } from './browser.ts'

const sites = inject('sites')
const patience = { timeout: 20_000 }
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

/** Presses the Tab key until what has the focus matches; fails when it never does. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let i = 0; i < 600; i += 1) {
    await page.keyboard.press('Tab')
    const there = await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)
    if (there) return
  }
  throw new Error(`no way by keyboard to ${selector}`)
}

const options = (page: Page) => page.locator('[role=option]:visible')
/** The figures of the comparison over the years, as read. */
const comparison = (page: Page) =>
  page.locator('[data-compare-years-rows] td').evaluateAll((cells) => cells.map((cell) => cell.textContent))

/** What a reader does, by whichever means of entry. */
interface Hands {
  readonly write: (page: Page, selector: string, text: string) => Promise<void>
  readonly press: (page: Page, selector: string) => Promise<void>
  readonly choose: (page: Page) => Promise<void>
}

const keyboard: Hands = {
  write: async (page, selector, text) => {
    await tabTo(page, selector)
    await page.keyboard.type(text)
  },
  press: async (page, selector) => {
    await tabTo(page, selector)
    await page.keyboard.press('Enter')
  },
  choose: async (page) => {
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
  },
}
const touch: Hands = {
  write: async (page, selector, text) => {
    await page.locator(selector).tap()
    await page.keyboard.type(text)
  },
  press: (page, selector) => page.locator(selector).first().tap(),
  choose: (page) => options(page).first().tap(),
}

const ways = [
  { way: 'keyboard alone', hands: keyboard, context: { viewport: { width: 1280, height: 800 } } },
  {
    way: 'touch',
    hands: touch,
    context: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  },
]

/** Each way of entry, on the site in each of its places. */
const cases = sites.flatMap(({ where, url }) => ways.map((way) => ({ ...way, where, url })))

describe.each(cases)('with $way, $where', ({ hands, context: settings, url }) => {
  let context: BrowserContext
  let page: Page
  beforeEach(async () => {
    context = await browser.newContext({ ...settings, acceptDownloads: true })
    page = await context.newPage()
  })
  afterEach(() => context.close())

  it('an agency is found by its initials, its zero year read, and a number followed to its source', async () => {
    await page.goto(url)
    await hands.write(page, '#agency-search', 'zyjd')
    await expect.poll(() => options(page).count(), patience).toBe(1)
    await hands.choose(page)
    await page.waitForURL('**/agencies/411628001-zhenyuanjiedao/')
    expect(await page.locator('main .lead').first().textContent()).toMatch(/2022.*没有收到/)
    await hands.press(page, 'td a[href*="/sources/"][href*="#"]')
    await page.waitForURL('**/sources/**#*')
    expect(await page.locator(':target').isVisible()).toBe(true)
  })

  it('it is compared with a peer, the comparison downloaded, shared and opened afresh', async () => {
    await page.goto(new URL('agencies/411628001-zhenyuanjiedao/', url).href)
    await hands.press(page, 'main a[href*="/compare/"]')
    await page.waitForURL('**/compare/?a=*')
    await expect.poll(() => comparison(page), patience).toEqual(['0'])
    await hands.write(page, '#compare-add', 'ldjd')
    await expect.poll(() => options(page).count(), patience).toBe(1)
    await hands.choose(page)
    await expect.poll(() => comparison(page), patience).toEqual(['0', '1'])
    const leads = page.locator('[data-compare-result] td a').first()
    expect(await leads.getAttribute('href')).toMatch(
      /411628001-zhenyuanjiedao\/#y2022\.requests\.received\.total$/,
    )

    const asked = page.waitForEvent('download')
    await hands.press(page, '[data-compare-download]')
    const csv = await readFile(await (await asked).path(), 'utf8')
    const lines = csv.trim().split('\n')
    expect(lines[0]).toContain('new_requests')
    expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual([
      '411628001-zhenyuanjiedao',
      '420102009-laodongjiedao',
    ])

    const other = await browser.newContext(settings)
    const afresh = await other.newPage()
    await afresh.goto(page.url())
    await expect.poll(() => comparison(afresh), patience).toEqual(['0', '1'])
    await other.close()
  })
})

describe.each(sites)('compare, $where', ({ url }) => {
  it('begins with agencies that are fair to compare, and shows every indicator of a year', async () => {
    const page = await browser.newPage()
    await page.goto(new URL('compare/', url).href)
    await page.locator('[data-compare-start] a').first().click()
    await page.waitForURL('**/compare/?a=*,*')
    await expect.poll(() => page.locator('[data-compare-panels] figure').count(), patience).toBeGreaterThan(1)
    const agencies = await page.locator('[data-compare-chosen] li').count()
    const rows = page.locator('[data-compare-one-year-rows] tr')
    expect(await rows.count()).toBe(await page.locator('[data-compare-measure] option').count())
    expect(await rows.first().locator('td').count()).toBe(agencies)
    await page.close()
  })
})

describe.each(sites)('explore, $where', ({ url }) => {
  it('shows, downloads and keeps in the address what was chosen', async () => {
    const page = await browser.newPage({ acceptDownloads: true })
    await page.goto(new URL('explore/', url).href)
    const rows = () => page.locator('[data-explore-rows] tr').count()
    await expect.poll(rows, patience).toBe(6)
    await page.locator('select[name=level]').selectOption('township')
    await expect.poll(rows, patience).toBe(4)
    expect(await page.locator('[data-explore-finding]').textContent()).toContain('3 份为零')
    const asked = page.waitForEvent('download')
    await page.locator('[data-explore-download]').click()
    const csv = await readFile(await (await asked).path(), 'utf8')
    expect(csv.trim().split('\n')).toHaveLength(5)
    const figures = (of: Page) => of.locator('[data-explore-rows] td:last-child').allTextContents()
    await page.locator('[data-explore-sort=value]').click()
    expect(await figures(page)).toEqual(['1', '0', '0', '0'])
    await page.locator('[data-explore-sort=value]').click()
    expect(await figures(page)).toEqual(['0', '0', '0', '1'])

    const again = await browser.newPage()
    await again.goto(page.url())
    await expect.poll(() => again.locator('[data-explore-rows] tr').count(), patience).toBe(4)
    expect(await again.locator('select[name=level]').inputValue()).toBe('township')
    expect(await figures(again)).toEqual(['0', '0', '0', '1'])
    await again.close()
    await page.close()
  })
})
