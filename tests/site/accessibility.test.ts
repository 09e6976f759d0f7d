import { AxeBuilder } from '@axe-core/playwright'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { kindsOfPage } from './addresses.ts'
import { launchBrowser } from './browser.ts'

const url = inject('siteUrl')
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

const addresses = kindsOfPage.flatMap((address) => [address, `en/${address}`]).concat('404.html')

const views = [
  { width: 390, colorScheme: 'dark' },
  { width: 1440, colorScheme: 'light' },
  { width: 390, colorScheme: 'light' },
  { width: 1440, colorScheme: 'dark' },
] as const
/**
 * axe takes seconds on a large table: each page is looked at in one view, the kinds of page taking the views in turn,
 * the two languages of a page different ones. With `GONGKAI_ALL_VIEWS=1` each is looked at in all.
 */
const viewsOf = (address: string) => {
  if (process.env['GONGKAI_ALL_VIEWS']) return views
  const i = addresses.indexOf(address)
  const [kind, language] = [Math.floor(i / 2), i % 2]
  const view = (kind + language) % views.length
  return views.slice(view, view + 1)
}
const rules = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']

describe.each(addresses)('/%s', (address) => {
  it('is accessible, fits its window, and asks nothing of other hosts', { timeout: 300_000 }, async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    const problems: string[] = []
    page.on('pageerror', (error) => problems.push(error.message))
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
    page.on('request', (request) => request.url().startsWith(url) || problems.push(`asks ${request.url()}`))
    await page.goto(new URL(address, url).href)
    for (const { width, colorScheme } of viewsOf(address)) {
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ colorScheme })
      const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze()
      problems.push(...violations.map(({ id, nodes }) => `${width} ${colorScheme} ${id}: ${nodes[0]?.html}`))
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      if (overflow > 0) problems.push(`${width}: ${overflow} pixels too wide`)
    }
    await context.close()
    expect(problems).toEqual([])
  })
})
