import { describe, expect, test } from 'vitest'
import { parseSources, SourcesError } from './sources.ts'

describe('parseSources', () => {
  test('reads a line a file, with what it overrides', () => {
    const notes = parseSources(
      '\ufeffpath,url,retrieved_on,agency,year,division_code,scope,counts,note\n"a, b.txt",https://example.org,2024-01-31,虚构局,2022,990102,own_body,yes,转录\n\n',
    )
    expect(notes.get('a, b.txt')).toEqual({
      url: 'https://example.org',
      retrieved_on: '2024-01-31',
      note: '转录',
      counts: true,
      override: { agency: '虚构局', year: 2022, division_code: '990102', scope: 'own_body' },
    })
  })

  test.each([
    ['path,year\na.txt,soon', /line 2.*year/],
    ['path,scope\na.txt,all', /line 2.*scope/],
    ['path,url\na.txt,javascript:alert(1)', /line 2.*url/],
    ['path,retrieved_on\na.txt,yesterday', /line 2.*retrieved_on/],
    ['path,division_code\na.txt,12a', /line 2.*division_code/],
    ['path,counts\na.txt,maybe', /line 2.*counts/],
    ['path,year\n,2022', /line 2.*path/],
    ['path,year\na.txt,2022\na.txt,2021', /line 3.*a\.txt.*twice/],
  ])('refuses %j with its line', (csv, says) => {
    expect(() => parseSources(csv)).toThrow(SourcesError)
    expect(() => parseSources(csv)).toThrow(says)
  })
})
