import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Cell, isParagraph, isTable } from '../../model/document.ts'
import { looksLikeHtml, readHtml } from './html.ts'

const tablesOf = (html: string) => readHtml(html).blocks.filter(isTable)
const rowsOf = (html: string) => tablesOf(html)[0]?.rows.map((row) => row.map((cell) => cell.text))
const paragraphsOf = (html: string) =>
  readHtml(html)
    .blocks.filter(isParagraph)
    .map((paragraph) => paragraph.text)

/** A table as written: rows of cells with their spans. */
type Spans = readonly (readonly { readonly colspan: number; readonly rowspan: number }[])[]

/** Where each cell begins, by marking every slot it covers: the table model of HTML, the slow way. */
function layOut(table: Spans): number[][] {
  const taken = new Set<string>()
  return table.map((row, y) =>
    row.map(({ colspan, rowspan }) => {
      let x = 0
      while (taken.has(`${x},${y}`)) x += 1
      for (let dx = 0; dx < colspan; dx += 1)
        for (let dy = 0; dy < rowspan; dy += 1) taken.add(`${x + dx},${y + dy}`)
      return x
    }),
  )
}

const write = (table: Spans): string =>
  `<table>${table
    .map(
      (row, y) =>
        `<tr>${row.map(({ colspan, rowspan }, x) => `<td colspan="${colspan}" rowspan="${rowspan}">${y}.${x}</td>`).join('')}</tr>`,
    )
    .join('')}</table>`

const spans = fc.array(
  fc.array(fc.record({ colspan: fc.integer({ min: 1, max: 4 }), rowspan: fc.integer({ min: 1, max: 4 }) }), {
    minLength: 1,
    maxLength: 5,
  }),
  { minLength: 1, maxLength: 8 },
)

describe('tables', () => {
  test('puts every cell into the column in which a browser shows it', () => {
    fc.assert(
      fc.property(spans, (table) => {
        const [read] = tablesOf(write(table))
        expect(read?.rows.map((row) => row.map((cell) => cell.x))).toEqual(layOut(table))
        expect(read?.rows.map((row) => row.map(({ colspan, rowspan }) => ({ colspan, rowspan })))).toEqual(
          table,
        )
      }),
      { numRuns: 500 },
    )
  })

  test('counts table, row and cell of a locator from 1, in the order of the source', () => {
    const html = `<table><tr><td>a</td></tr></table><p>b</p><table><tr></tr><tr><td>c</td><td>d</td></tr></table>`
    expect(tablesOf(html).flatMap((table) => table.rows.flat().map((cell) => cell.at))).toEqual([
      { table: 1, row: 1, cell: 1 },
      { table: 2, row: 2, cell: 1 },
      { table: 2, row: 2, cell: 2 },
    ])
  })

  test.each(['0', '-3', 'abc', '', '1.5', '99999999'])('survives a span of %j', (value) => {
    const [table] = tablesOf(
      `<table><tr><td colspan="${value}" rowspan="${value}">a</td><td>b</td></tr></table>`,
    )
    const [a, b] = (table?.rows[0] ?? []) as [Cell, Cell]
    expect([a.x, b.text]).toEqual([0, 'b'])
    expect(b.x).toBe(a.colspan)
    expect(a.colspan).toBeGreaterThanOrEqual(1)
    expect(a.colspan).toBeLessThan(1000)
  })

  test('takes header cells, sections and captions for what they are', () => {
    const html =
      '<table><caption>表</caption><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody><tfoot><tr><td>c</td></tr></tfoot></table>'
    expect(rowsOf(html)).toEqual([['a'], ['b'], ['c']])
  })

  test('joins the spans of a cell, and sets paragraphs and breaks apart', () => {
    expect(
      rowsOf(
        '<table><tr><td><p><b>本</b><span>年</span> 新收</p><p>（件）</p></td><td>1<br>2</td></tr></table>',
      ),
    ).toEqual([['本年 新收\n（件）', '1\n2']])
  })

  test('takes a cell of spaces for empty', () => {
    expect(rowsOf('<table><tr><td>&nbsp;</td><td> \n </td><td>&#12288;</td><td></td></tr></table>')).toEqual([
      ['', '', '', ''],
    ])
  })

  test('looks into tables that only lay out others', () => {
    const html = '<table><tr><td><p>题</p><table><tr><td>1</td></tr></table></td></tr></table>'
    expect(rowsOf(html)).toEqual([['1']])
    expect(paragraphsOf(html)).toEqual(['题'])
  })

  test('reads cells and rows that are never closed', () => {
    expect(rowsOf('<table><tr><td>a<td>b<tr><td>c<td>d</table><p>e')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ])
    expect(rowsOf('<body><table><tr><td>a</body>')).toEqual([['a']])
  })

  test('says of the last cell that it may go on, where nothing says that the page ends', () => {
    expect(rowsOf('<table><tr><td>a')).toEqual([['a\ufffd']])
  })
})

describe('text', () => {
  test('gives paragraphs in order, with headings marked, and the title of the page apart', () => {
    const html =
      '<html><head><title> 甲局 \n年报 </title></head><body><h1>甲局年报</h1><p>一、总体情况</p><div>正文<br>续</div>尾</body></html>'
    const document = readHtml(html)
    expect(document.title).toBe('甲局 年报')
    expect(document.blocks).toEqual([
      { kind: 'paragraph', text: '甲局年报', heading: true, at: { paragraph: 1 } },
      { kind: 'paragraph', text: '一、总体情况', heading: true, at: { paragraph: 2 } },
      { kind: 'paragraph', text: '正文', heading: false, at: { paragraph: 3 } },
      { kind: 'paragraph', text: '续', heading: false, at: { paragraph: 4 } },
      { kind: 'paragraph', text: '尾', heading: false, at: { paragraph: 5 } },
    ])
  })

  test.each([
    '<script>行政许可</script>',
    '<style>行政许可</style>',
    '<noscript>行政许可</noscript>',
    '<template>行政许可</template>',
    '<iframe>行政许可</iframe>',
    '<svg><text>行政许可</text></svg>',
    '<select><option>行政许可</option></select>',
    '<!-- 行政许可 -->',
    '<img alt="行政许可" onerror="alert(1)">',
    '<script>document.write("<p>行政许可</p>")</script>',
    '<p hidden><script>行政许可</script></p>',
  ])('takes nothing from %s', (html) => {
    expect(paragraphsOf(`<p>前</p>${html}<p>后</p>`)).toEqual(['前', '后'])
    expect(rowsOf(`<table><tr><td>5${html}</td></tr></table>`)).toEqual([['5']])
  })

  test('gives escaped markup as the text it shows', () => {
    expect(paragraphsOf('<p>&lt;b&gt;1&lt;/b&gt; &amp;amp;</p>')).toEqual(['<b>1</b> &amp;'])
  })

  test('takes any tag soup without failing', () => {
    const piece = fc.constantFrom(
      '<table>',
      '</table>',
      '<tr>',
      '</tr>',
      '<td>',
      '<td rowspan=3>',
      '<td colspan=2>',
      '</td>',
      '<p>',
      '</p>',
      '<br>',
      '<script>',
      '</script>',
      '<!--',
      '-->',
      '<',
      '&#x0;',
      '1',
      '公开',
      '\u0000',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        for (const table of tablesOf(pieces.join(''))) {
          for (const cell of table.rows.flat()) expect(typeof cell.text).toBe('string')
        }
      }),
      { numRuns: 1000 },
    )
  })
})

describe('a page nested deeper than any report', () => {
  const d = 100_000
  test.each([
    ['with blocks', `${'<div>'.repeat(d)}报告${'</div>'.repeat(d)}`],
    ['with blocks never closed', `${'<div>'.repeat(d)}报告`],
    ['inside a cell', `<table><tr><td>${'<span>'.repeat(d)}报告${'</span>'.repeat(d)}</td></tr></table>`],
    ['with tables', `${'<table><tr><td>'.repeat(d)}报告${'</td></tr></table>'.repeat(d)}`],
  ])('%s is refused before it is built', (_, html) => {
    expect(() => readHtml(html)).toThrow('nested more than 5000 deep')
  })

  test('is read up to the limit', () => {
    const { blocks } = readHtml(`${'<div>'.repeat(4000)}报告${'</div>'.repeat(4000)}`)
    expect(blocks).toMatchObject([{ text: '报告' }])
  })
})

describe('looksLikeHtml', () => {
  test.each(['<!DOCTYPE html>', '<html>', '\n <table border=1>', '<!-- x --><p>a', '<DIV class="a">'])(
    'takes %j for a page',
    (text) => {
      expect(looksLikeHtml(text)).toBe(true)
    },
  )

  test.each(['2022年年报', 'a < b', '<bookmark>', '数量 <5 件', '[bookmark: _GoBack]'])(
    'takes %j for text',
    (text) => {
      expect(looksLikeHtml(text)).toBe(false)
    },
  )
})

describe('a tag that never ends takes the rest of the page, so that what its cell holds is lost', () => {
  const page = (cell: string) =>
    `<TABLE><TR><TD>行政处罚<TD><FONT size=2>2</FONT><TR><TD>行政强制<TD>${cell}<TR><TD>规章<TD>1</TABLE><P>完</P>`
  test.each([
    ['a quote without its other', '<FONT size="2>0</FONT>'],
    ['an apostrophe without its other', "<FONT size='2>0</FONT>"],
    ['a comment without its end', '<!-- 0'],
  ])('%s', (_, cell) => {
    expect(rowsOf(page(cell))).toEqual([
      ['行政处罚', '2'],
      ['行政强制', '\ufffd'],
    ])
  })
  test('but not where it is whole', () => {
    expect(rowsOf(page('<FONT size="2">0</FONT><!-- 1 -->'))).toEqual([
      ['行政处罚', '2'],
      ['行政强制', '0'],
      ['规章', '1'],
    ])
  })
})

describe('what no browser shows', () => {
  const table = (cell: string) => `<table><tr><td>行政许可<td>${cell}</table>`
  const hidden = ['style="display:none"', 'hidden', "style='visibility: hidden'"]

  test.each(hidden)('is not read where a table is to be seen: %s', (how) => {
    const page = `<div ${how}><div>${table('6')}<p>旧</p></div></div>${table('7')}`
    expect(tablesOf(page).map((one) => one.rows[0]?.[1]?.text)).toEqual(['7'])
    expect(tablesOf(page)[0]?.rows[0]?.[1]?.at).toEqual({ table: 2, row: 1, cell: 2 })
    expect(paragraphsOf(page)).toEqual([])
    expect(tablesOf(`${table('7')}<table ${how}><tr><td>6</table>`)).toHaveLength(1)
  })

  test.each(hidden)('is read where no table is: %s', (how) => {
    const page = `<p>年报</p><div ${how}>${table('6')}</div>`
    expect(tablesOf(page).map((one) => one.rows[0]?.[1]?.text)).toEqual(['6'])
  })
})
