import { readReport } from '../src/dataset/report.ts'

/** Pages of one small table, by an invented agency. */
export const page = (rows: string) =>
  `<p>云梦省虚构市甲区教育局2022年政府信息公开工作年度报告</p><table>${rows}</table>`
export const row = (...cells: string[]) =>
  `<tr>${cells.map((cell) => (cell.startsWith('<td') ? cell : `<td>${cell}</td>`)).join('')}</tr>`
export const licences = (head: string[], cells: string[]) =>
  page(row('第二十条第（五）项') + row('信息内容', ...head) + row('行政许可', ...cells))
export const fees = (head: string, label: string, cell: string) =>
  page(row('第二十条第（八）项') + row('信息内容', head) + row(label, cell))
export const documents = (cells: string[]) =>
  page(
    row('第二十条第（一）项') +
      row('信息内容', '本年制发件数', '本年废止件数', '现行有效件数') +
      row('行政规范性文件', ...cells),
  )

/** What is read of a cell, and whether an issue names it. */
export async function reading(html: string, id: string) {
  const { report } = await readReport('x.html', new TextEncoder().encode(html))
  const cell = report?.cells.find((one) => one.cell_id === id)
  return {
    value: cell?.value ?? null,
    named: report?.findings.some((one) => one.cells.includes(id)) ?? false,
  }
}
