import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
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

/** What a page and everything it loads weigh when compressed, in bytes. */
async function weightOf(page: Page, address: string): Promise<number> {
  const bodies: Promise<Buffer>[] = []
  page.on('response', (response) => {
    if (response.ok()) bodies.push(response.body())
  })
  await page.goto(new URL(address, url).href, { waitUntil: 'networkidle' })
  const loaded = await Promise.all(bodies)
  return loaded.reduce((sum, body) => sum + gzipSync(body).length, 0)
}

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
    const bodies: Promise<Buffer>[] = []
    page.on('response', (response) => bodies.push(response.body()))
    await page.locator('#agency-search').fill('l')
    await page.locator('[role=option]').first().waitFor()
    const more = (await Promise.all(bodies)).reduce((sum, body) => sum + gzipSync(body).length, 0)
    expect(plain + more).toBeLessThanOrEqual(300 * kilobyte)
    await page.close()
  })
})
