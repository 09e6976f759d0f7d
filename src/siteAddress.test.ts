import { describe, expect, test } from 'vitest'
import { requireSiteAddress } from './siteAddress.ts'

describe('requireSiteAddress', () => {
  test.each([
    [undefined, undefined],
    ['', ''],
    ['https://example.org', '/'],
    ['http://localhost:4321/', '/atlas/'],
    ['https://user.example.org', 'atlas'],
    ['https://example.org', '/a/b-2.0'],
  ])('takes %s and %s', (site, base) => {
    expect(() => requireSiteAddress({ GONGKAI_SITE: site, GONGKAI_BASE: base })).not.toThrow()
  })

  test.each(['example.org', 'ftp://example.org', 'https://', 'javascript:alert(1)', '/atlas/'])(
    'refuses %s as address of the site',
    (site) => {
      expect(() => requireSiteAddress({ GONGKAI_SITE: site })).toThrow(/^GONGKAI_SITE takes .*, not /)
    },
  )

  test.each(['https://example.org/atlas/', '/../', '/a b/', '/a?b', '/#', '"', 'C:/Git/atlas/'])(
    'refuses %s as folder of the server',
    (base) => {
      expect(() => requireSiteAddress({ GONGKAI_BASE: base })).toThrow(/^GONGKAI_BASE takes .*, not /)
    },
  )
})
