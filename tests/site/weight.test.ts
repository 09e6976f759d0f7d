import { gzipSync } from 'node:zlib'
import type { Browser, Page, Response } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { kindsOfPage } from './addresses.ts'
import { launchBrowser } from './browser.ts'

const url = inject('siteUrl')
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

const kilobyte = 1000

/**
 * What is loaded while something is done, compressed, in bytes. What comes later is not listened to: nobody would
 * wait for its body, and the page is closed under it.
 */
async function loadedDuring(page: Page, act: () => Promise<unknown>): Promise<number> {
  const bodies: Promise<Buffer>[] = []
  const listen = (response: Response) => {
    if (response.ok()) bodies.push(response.body())
  }
  page.on('response', listen)
  await act()
  page.off('response', listen)
  const loaded = await Promise.all(bodies)
  return loaded.reduce((sum, body) => sum + gzipSync(body).length, 0)
}

/** What a page and everything it loads weigh when compressed, in bytes. */
const weightOf = (page: Page, address: string): Promise<number> =>
  loadedDuring(page, () => page.goto(new URL(address, url).href, { waitUntil: 'networkidle' }))

describe.each(kindsOfPage)('/%s', (address) => {
  const most = /^agencies\/.+/.test(address) ? 60 : 150
  it(`weighs ${most} KB at most, with everything it loads`, async () => {
    const page = await browser.newPage()
    expect(await weightOf(page, address)).toBeLessThanOrEqual(most * kilobyte)
    await page.close()
  })
})

describe('the search', () => {
  it('needs little more than the page it is on', async () => {
    const page = await browser.newPage()
    const plain = await weightOf(page, 'methods/')
    const more = await loadedDuring(page, async () => {
      await page.locator('#agency-search').fill('l')
      await page.locator('[role=option]').first().waitFor()
    })
    expect(plain + more).toBeLessThanOrEqual(300 * kilobyte)
    await page.close()
  })
})
