import { expect, test } from 'vitest'
import { issueNames } from './issueNames.ts'
import { locales } from './locale.ts'

test.each(locales)('no two kinds of issue have one name in %s', (locale) => {
  const names = Object.values(issueNames).map((name) => name[locale])
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
})
