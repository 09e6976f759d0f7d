import { expect, test } from 'vitest'
import { sitemapFiles } from './sitemap.ts'

test('a sitemap holds every page, in several files where one would hold too many', () => {
  const pages = ['', 'agencies/', 'en/']
  const one = sitemapFiles(pages, 'https://example.org/atlas/')
  expect([...one.keys()]).toEqual(['sitemap.xml'])
  expect(one.get('sitemap.xml')).toContain('<loc>https://example.org/atlas/agencies/</loc>')
  const several = sitemapFiles(pages, 'https://example.org/', 2)
  expect([...several.keys()].sort()).toEqual(['sitemap-0.xml', 'sitemap-1.xml', 'sitemap.xml'])
  const all = [...several.values()].join('')
  for (const page of pages) expect(all).toContain(`<url><loc>https://example.org/${page}</loc></url>`)
})
