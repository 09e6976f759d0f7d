import { type Grid, gridsOf, type Merged, type Sample } from './sample.ts'

/** A cell of a grid laid out: `filler` where a merged cell goes on. */
interface Laid {
  readonly text: string
  readonly filler: boolean
}

/** Lays merged cells out: every row gets a cell for every column. */
export function layOut(grid: Grid): Laid[][] {
  const rows: Laid[][] = grid.map(() => [])
  for (const [r, cells] of grid.entries()) {
    let x = 0
    for (const { text, colspan = 1, rowspan = 1 } of cells) {
      while (rows[r]?.[x]) x += 1
      for (let dy = 0; dy < rowspan; dy += 1) {
        for (let dx = 0; dx < colspan; dx += 1) {
          const row = rows[r + dy]
          if (row) row[x + dx] = { text: dx + dy === 0 ? text : '', filler: dx + dy > 0 }
        }
      }
      x += colspan
    }
  }
  return rows
}

const prose = {
  before: (sample: Sample) => [
    sample.title,
    '',
    '统计期限自2023年1月1日起至2023年12月31日止。电话0000-1234567。浏览次数：128',
    '',
    '一、总体情况',
    '2023年，本局主动公开政府信息86条，办理依申请公开3件，没有收费。',
    '',
  ],
  after: [
    '',
    '五、存在的主要问题及改进情况',
    '一是培训不够，全年只有2次；二是更新较慢。',
    '',
    '2024年1月8日',
  ],
}
const sections = [
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
]

type RenderTable = (grid: Grid) => string[]

const texts = (row: readonly Merged[]): string[] => row.map((cell) => cell.text)
const filled = (grid: Grid): string[][] => layOut(grid).map((row) => row.map((cell) => cell.text))

/** Ways in which a table survives as plain text. */
export const layouts: Readonly<Record<string, RenderTable>> = {
  'tab rows': (grid) => grid.map((row) => texts(row).join('\t')),
  'tab rows with fillers': (grid) => filled(grid).map((row) => row.join('\t')),
  'tab rows apart': (grid) => filled(grid).flatMap((row) => [row.join('\t'), '']),
  'tab-led cells': (grid) => grid.flatMap((row) => ['', ...texts(row).map((text) => `\t${text}`)]),
  'cell pipe': (grid) => grid.flatMap((row) => texts(row).map((text) => `${text} |`)),
  'pipe rows': (grid) => grid.map((row) => `${texts(row).join(' | ')} |`),
  'pipe rows with fillers': (grid) => filled(grid).map((row) => `${row.join(' | ')} |`),
  'pipe rows without the last': (grid) => grid.map((row) => texts(row).join(' | ')),
  'pipe rows apart': (grid) => filled(grid).flatMap((row) => [`| ${row.join(' | ')} |`, '']),
  markdown: (grid) => {
    const [head = [], ...rows] = filled(grid).map((row) => `| ${row.join(' | ')} |`)
    const width = layOut(grid)[0]?.length ?? 1
    return [head as string, `|${'---|'.repeat(width)}`, ...rows]
  },
  'pipe before the cell': (grid) => grid.flatMap((row) => texts(row).flatMap((text) => ['|', text])),
  'pipe after the cell': (grid) => grid.flatMap((row) => texts(row).flatMap((text) => [text, '|'])),
  'bare cells': (grid) => grid.flatMap((row) => texts(row)),
  'bare cells, blank line between': (grid) => grid.flatMap((row) => texts(row).flatMap((text) => [text, ''])),
  'wide spaces': (grid) => grid.map((row) => texts(row).join('   ')),
  'ideographic spaces': (grid) => grid.map((row) => texts(row).join('\u3000\u3000')),
  'single spaces': (grid) => grid.map((row) => texts(row).join(' ')),
}

export function renderText(sample: Sample, table: RenderTable): string[] {
  const grids = gridsOf(sample)
  const bodies = [grids.disclosure, grids.requests, grids.disputes].flatMap((grid, i) => [
    sections[i] as string,
    '',
    ...table(grid),
    '',
  ])
  return [...prose.before(sample), ...bodies, ...prose.after]
}

export const renderOneLine = (sample: Sample): string =>
  renderText(sample, layouts['single spaces'] as RenderTable)
    .filter((line) => line !== '')
    .join(' ')

const escapeText = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const attribute = (name: string, value = 1) => (value > 1 ? ` ${name}="${value}"` : '')

export function htmlTable(grid: Grid): string {
  const td = ({ text, colspan, rowspan }: Merged) =>
    `<td${attribute('colspan', colspan)}${attribute('rowspan', rowspan)}>${escapeText(text)}</td>`
  return `<table border="1">\n${grid.map((row) => `<tr>${row.map(td).join('')}</tr>`).join('\n')}\n</table>`
}

/** The report as a web page, with navigation and a footer around it. */
export function renderHtml(sample: Sample): string {
  const { disclosure, requests, disputes } = gridsOf(sample)
  const tables = [disclosure, requests, disputes].map(
    (grid, i) => `<h2>${sections[i]}</h2>\n${htmlTable(grid)}`,
  )
  const paragraphs = (lines: readonly string[]) =>
    lines.filter((line) => line !== '').map((line) => `<p>${line}</p>`)
  return [
    `<!doctype html><html><head><meta charset="utf-8"><title>${sample.title}</title></head><body>`,
    `<h1>${sample.title}</h1>`,
    ...paragraphs(prose.before(sample).slice(1)),
    ...tables,
    ...paragraphs(prose.after),
    '</body></html>',
  ].join('\n')
}
