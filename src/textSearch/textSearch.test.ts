import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lineOf } from './blocks.ts'
import { reportsPerBlock, type TextOfReport } from './files.ts'
import { findInText, type Hit, type LoadFile, snippetOf } from './find.ts'
import { normalText, questionOf, termsOf } from './normal.ts'
import { Postings, postingsOf } from './postings.ts'
import { simplifiedForms } from './simplified.ts'
import { writeYear } from './yearIndex.ts'

const simplified = simplifiedForms()

describe('a text as it is compared', () => {
  test.each([
    ['資訊公開', '资讯公开'],
    ['ＡＢ１２', 'ab12'],
    ['臺灣發佈裏', '台湾发布里'],
    ['……㎡½', '……㎡½'],
  ])('%s reads %s', (text, normal) => {
    expect(normalText(text, simplified)).toBe(normal)
  })

  test('is as long as it was printed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(normalText(text, simplified)).toHaveLength(text.length)
      }),
    )
  })

  test('is found by pairs of characters, and by words and numbers whole', () => {
    expect([...termsOf('公开栏，144篇 email')]).toEqual(['公开', '开栏', '144', 'email'])
  })
})

describe('a question', () => {
  test.each([
    ['公开栏', ['公开栏'], ['公开', '开栏']],
    ['行政复议', ['行政复议'], ['行政', '政复', '复议']],
    ['领导小组，保密', ['领导小组', '保密'], ['领导', '保密', '导小', '小组']],
    ['2023年', ['2023年'], ['2023']],
    ['栏', ['栏'], []],
    ['  ', [], []],
    ['一二三四五六七八九十', ['一二三四五六七八九十'], ['一二', '二三', '三四', '四五', '五六', '六七']],
  ])('%s', (text, words, terms) => {
    expect(questionOf(text, {})).toEqual({ words, terms })
  })
})

test('postings come back as they were, in the shorter of two forms', () => {
  const some = fc.uniqueArray(fc.nat(3000), { maxLength: 400 }).map((all) => all.sort((a, b) => a - b))
  fc.assert(
    fc.property(some, (numbers) => {
      const postings = new Postings()
      for (const number of numbers) postings.add(number)
      const text = postings.toText(3001)
      expect(postingsOf(text)).toEqual(numbers)
      expect(text.length).toBeLessThanOrEqual(1 + 4 * Math.ceil(Math.ceil(3001 / 8) / 3))
    }),
  )
})

/** An index in memory, and what of it was asked for. */
function indexOf(years: Readonly<Record<string, readonly TextOfReport[]>>) {
  const files = new Map<string, string>()
  const asked: string[] = []
  for (const [year, reports] of Object.entries(years)) {
    const indexed = reports.map((text) => ({ id: text.id, line: lineOf(text), text }))
    writeYear(indexed, simplified, (name, json) => files.set(`${year}/${name}`, json))
  }
  const load: LoadFile = async <Content>(path: string) => {
    asked.push(path)
    return JSON.parse(files.get(path) ?? '') as Content
  }
  const find = async (text: string): Promise<Hit[]> => {
    const latestFirst = Object.keys(years).toSorted().toReversed()
    const all = findInText(questionOf(text, simplified), latestFirst, simplified, load)
    return (await Array.fromAsync(all)).filter((one) => typeof one !== 'string')
  }
  return { files, asked, find }
}

const report = (id: string, ...texts: string[]): TextOfReport => ({
  id,
  name: `机关${id}`,
  sections: [['总体情况', texts.map((text, i) => [`line-${i + 1}`, text] as const)]],
})

describe('in an index', () => {
  const index = indexOf({
    '2023': [report('a', '设有公开栏。', '答复均由电子邮箱发出。'), report('b', '公开工作，栏目充实。')],
    '2022': [report('c', '新聞發佈會召开 12 次。')],
  })

  test('a word is found where it stands, and not where its parts stand apart', async () => {
    expect((await index.find('公开栏')).map(({ report: id, place }) => [id, place])).toEqual([
      ['a', 'line-1'],
    ])
  })

  test('a report has all words, in whichever paragraphs', async () => {
    expect((await index.find('公开栏 邮箱')).map((hit) => hit.report)).toEqual(['a'])
    expect(await index.find('公开栏 栏目')).toEqual([])
  })

  test('simplified and traditional characters find each other', async () => {
    for (const text of ['新闻发布会', '新聞發佈會']) expect((await index.find(text))[0]?.report).toBe('c')
    expect((await index.find('公開'))[0]?.report).toBe('a')
  })

  test('words whose parts stand apart in every report cost no texts', async () => {
    const apart = indexOf({
      '2023': Array.from({ length: 40 }, (_, i) => report(String(i), '政务工作，信息公开。')),
    })
    expect(await apart.find('政务公开')).toEqual([])
    expect(apart.asked.filter((path) => path.includes('/b'))).toEqual([])
  })

  test('words that no report has cost a file of terms a year', async () => {
    index.asked.length = 0
    expect(await index.find('没有')).toEqual([])
    expect(index.asked).toEqual(['2023/about.json', '2023/t0.json', '2022/about.json', '2022/t0.json'])
  })

  test('names of what every object has are no terms', async () => {
    expect(await index.find('constructor')).toEqual([])
  })

  test('every part of every text is found', async () => {
    const texts = fc.array(fc.string({ unit: fc.constantFrom(...'公开信息栏目年报，a1'), minLength: 1 }), {
      minLength: 1,
      maxLength: 3 * reportsPerBlock,
    })
    await fc.assert(
      fc.asyncProperty(texts, fc.nat(), fc.nat(), async (all, which, where) => {
        const { find } = indexOf({ '2023': all.map((text, i) => report(String(i), text)) })
        const text = all[which % all.length] ?? ''
        const run = [...text.matchAll(/[公开信息栏目年报]{2,}/g)].map(([one]) => one)[0]
        if (!run) return
        const word = run.slice(where % (run.length - 1))
        const expected = all.flatMap((one, i) => (one.includes(word) ? [String(i)] : []))
        expect((await find(word)).map((hit) => hit.report)).toEqual(expected)
      }),
      { numRuns: 60 },
    )
  })

  test('files stay small, however many reports', () => {
    const many = Array.from({ length: 2000 }, (_, i) =>
      report(String(i), `第${i}号，${i * 7919}件公开信息年报`),
    )
    const sizes = [...indexOf({ '2023': many }).files].map(([, content]) => content.length)
    expect(Math.max(...sizes)).toBeLessThan(16_000)
  })
})

test('a snippet has the words marked, and an ellipsis where something is cut', () => {
  const text = `${'前'.repeat(60)}公开栏${'后'.repeat(120)}公开栏`
  const parts = snippetOf(text, text, ['公开栏'])
  expect(parts[0]?.text).toBe('…')
  expect(parts.filter(({ isHit }) => isHit).map((part) => part.text)).toEqual(['公开栏'])
  expect(parts.at(-1)?.text).toBe('…')
  expect(parts.map((part) => part.text).join('').length).toBeLessThan(115)
  expect(snippetOf('公开栏', '公开栏', ['公开', '开栏'])).toEqual([
    { text: '公开', isHit: true },
    { text: '栏', isHit: false },
  ])
})
