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
/** How long a slow machine may take to fetch what the search needs. */
const patience = { timeout: 20_000 }
const options = (page: Page) => page.locator('[role=listbox] [role=option]')

describe('the search of every page', () => {
  it('finds an agency by part of its name, pinyin, initials and traditional characters', async () => {
    const page = await open('methods/')
    for (const words of ['发展和改革', 'fazhan', 'syxfz', '沭陽', '沭阳发改局']) {
      await page.getByRole('combobox').fill(words)
      await expect
        .poll(() => options(page).locator('span:first-child').allTextContents(), {
          ...patience,
          message: words,
        })
        .toEqual(['沭阳县发展和改革局'])
    }
    await page.getByRole('combobox').fill('没有这个机关')
    await expect.poll(() => options(page).count(), patience).toBe(0)
    expect(await page.locator('[data-search-status]').textContent()).not.toBe('')
    await page.close()
  })

  it('is worked with the keyboard alone, and says what is chosen', async () => {
    const page = await open('charts/volumes/')
    await page.keyboard.press('/')
    await page.keyboard.type('ld')
    await expect.poll(() => options(page).count(), patience).toBeGreaterThan(1)
    await page.keyboard.press('ArrowDown')
    const input = page.getByRole('combobox')
    expect(await input.getAttribute('aria-expanded')).toBe('true')
    const chosen = page.locator(`#${await input.getAttribute('aria-activedescendant')}`)
    expect(await chosen.getAttribute('aria-selected')).toBe('true')
    await page.keyboard.press('Escape')
    expect(await input.getAttribute('aria-expanded')).toBe('false')
    await page.keyboard.type('jd')
    await expect.poll(() => options(page).count(), patience).toBe(1)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/agencies/*laodongjiedao*/')
    await page.close()
  })

  it('leads to the list of agencies without scripts', async () => {
    const page = await open('en/', { javaScriptEnabled: false })
    await page.locator('[role=search] input').fill('x')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/en/agencies/?q=x')
    await page.close()
  })
})
