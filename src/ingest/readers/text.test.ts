import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isParagraph, isTable } from '../../model/document.ts'
import { isHeading, readText } from './text.ts'

const tablesOf = (...lines: string[]) => readText(lines.join('\n')).blocks.filter(isTable)
const rowsOf = (...lines: string[]) =>
  tablesOf(...lines).map((table) => table.rows.map((row) => row.map((c) => c.text)))
const paragraphsOf = (...lines: string[]) =>
  readText(lines.join('\n'))
    .blocks.filter(isParagraph)
    .map((paragraph) => paragraph.text)

describe('cells each on a line after a tab', () => {
  test('are rows that blank lines end', () => {
    expect(rowsOf('\t规章', '\t0', '\t3', '', '\t行政许可', '\t5', '')).toEqual([
      [
        ['规章', '0', '3'],
        ['行政许可', '5'],
      ],
    ])
  })

  test('go on over lines without a tab', () => {
    expect(rowsOf('\t商业', '企业', '\t科研', '机构', '', '\t0', '\t0')).toEqual([
      [
        ['商业\n企业', '科研\n机构'],
        ['0', '0'],
      ],
    ])
  })

  test('keep empty cells, and their lines as places', () => {
    const [table] = tablesOf('题', '', '\t规章', '\t', '\t3')
    expect(table?.rows[0]).toEqual([
      { text: '规章', at: { line: 3 } },
      { text: '', at: { line: 4 } },
      { text: '3', at: { line: 5 } },
    ])
  })

  test('end where prose begins', () => {
    const lines = ['\t规章', '\t0', '', '三、收到和处理政府信息公开申请情况', '以下为本年情况。']
    expect(rowsOf(...lines)).toEqual([[['规章', '0']]])
    expect(paragraphsOf(...lines)).toEqual(lines.slice(3))
  })
})

describe('rows of cells separated by tabs', () => {
  test('have as many cells as tabs make, with line and cell as place', () => {
    const [table] = tablesOf('规章\t0\t\t3\t', '\t行政许可\t5')
    expect(table?.rows.map((row) => row.map((cell) => cell.text))).toEqual([
      ['规章', '0', '', '3', ''],
      ['', '行政许可', '5'],
    ])
    expect(table?.rows[1]?.map((cell) => cell.at)).toEqual([1, 2, 3].map((cell) => ({ line: 2, cell })))
  })

  test('end at a heading, even without a blank line between', () => {
    const lines = ['四、结转\t9\t9', '四、政府信息公开行政复议、行政诉讼情况', '行政复议\t行政诉讼']
    expect(rowsOf(...lines).flat()).toEqual([
      ['四、结转', '9', '9'],
      ['行政复议', '行政诉讼'],
    ])
    expect(paragraphsOf(...lines)).toEqual(['四、政府信息公开行政复议、行政诉讼情况'])
  })
})

describe('cells that end in pipes', () => {
  test('are a stream when each has a line of its own; bare pipes are empty cells', () => {
    expect(rowsOf('规章 |', '0 |', '|||', '3 |')).toEqual([[['规章', '0', '', '', '', '3']]])
    expect(tablesOf('规章 |', '0 |')[0]?.layout).toBe('stream')
  })

  test('are rows when a line holds several', () => {
    expect(rowsOf('规章 | 0 | 3 |', '行政许可 | | 5 |')).toEqual([
      [
        ['规章', '0', '3'],
        ['行政许可', '', '5'],
      ],
    ])
  })

  test('may open with a pipe, as in Markdown', () => {
    expect(rowsOf('| 规章 | 0 |', '| 行政许可 | 5 |')).toEqual([
      [
        ['规章', '0'],
        ['行政许可', '5'],
      ],
    ])
  })

  test('count an empty first cell among the cells of the line', () => {
    const [table] = tablesOf('三、本年度办理结果 | （一）予以公开 | 1 |', ' | （二）部分公开 | 0 |')
    expect(table?.rows.map((row) => row.findIndex((cell) => cell.text === '1' || cell.text === '0'))).toEqual(
      [2, 2],
    )
    expect(table?.rows.map((row) => row.at(-1)?.at)).toEqual([
      { line: 1, cell: 3 },
      { line: 2, cell: 3 },
    ])
  })
})

describe('lines', () => {
  test.each(['\n', '\r\n', '\r'])('end in %j', (end) => {
    const document = readText(['甲局年报', '', '\t规章', '\t1', ''].join(end))
    expect(document.blocks).toEqual([
      { kind: 'paragraph', text: '甲局年报', heading: false, at: { line: 1 } },
      {
        kind: 'table',
        layout: 'rows',
        rows: [
          [
            { text: '规章', at: { line: 3 } },
            { text: '1', at: { line: 4 } },
          ],
        ],
      },
    ])
  })

  test('lose nothing that is printed', () => {
    const line = fc.constantFrom(
      '甲',
      '\t乙',
      '丙\t1',
      '2 |',
      '|||',
      '| 3 | 4 |',
      '',
      '\t',
      ' ',
      '一、总体情况',
      '5',
    )
    const letters = (text: string) => text.replace(/[\s|]/g, '')
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const { blocks } = readText(lines.join('\n'))
        const read = blocks.flatMap((block) =>
          isTable(block) ? block.rows.flat().map((cell) => cell.text) : [block.text],
        )
        expect(letters(read.join(''))).toBe(letters(lines.join('')))
      }),
      { numRuns: 1000 },
    )
  })

  test('stand where their locator says', () => {
    const line = fc.constantFrom('甲一', '\t乙二', '丙三\t1\t', '2 |', '|||', '4 | 5 |', '', '\t')
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        for (const block of readText(lines.join('\n')).blocks) {
          for (const { text, at } of isTable(block) ? block.rows.flat() : [block]) {
            if (!('line' in at)) throw new Error('a text file is located by lines')
            expect(lines[at.line - 1]).toContain(text.split('\n')[0])
          }
        }
      }),
      { numRuns: 1000 },
    )
  })
})

describe('isHeading', () => {
  test.each(['一、总体情况', '1、 总体情况', '十一、附件', '二、主动公开政府信息情况'])(
    'takes %j',
    (text) => {
      expect(isHeading(text)).toBe(true)
    },
  )
  test.each(['总体情况', '（一）主动公开', '1、就业方面，公布补贴。', '2022年工作', ''])(
    'leaves %j',
    (text) => {
      expect(isHeading(text)).toBe(false)
    },
  )
})

test('all cells are of one shape, whether they have a column or not', () => {
  const texts = [
    'a\tb\nc\td\ne\tf',
    '信息内容\tb\nc',
    '信息内容 | b\nc | d\ne | f',
    '信息内容\n|\n1\n|\n\n|\n3',
  ]
  const cells = texts.flatMap((text) =>
    readText(text)
      .blocks.filter(isTable)
      .flatMap(({ rows }) => rows.flat()),
  )
  expect(new Set(cells.map((cell) => Object.keys(cell).join()))).toEqual(new Set(['text,at,x']))
  expect(new Set(cells.map((cell) => cell.x === undefined))).toEqual(new Set([true, false]))
})
