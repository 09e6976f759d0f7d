import type { Random } from '../random.ts'
import type { InventedReport } from '../truth.ts'
import { escapeHtml, htmlDocument, writeCleanTable, writePieces } from './html.ts'
import { encodeUtf8, type Layout, pageText, type WriteTable } from './layout.ts'
import { notice, pageOf } from './page.ts'
import { writeTabLed, writeTabRows } from './tabs.ts'

const menu = ['首页', '新闻中心', '政务公开', '办事服务', '互动交流', '数据发布']

/** What a site prints above and below a report: menus, dates, visits, addresses; none of it is data. */
function around(report: InventedReport, random: Random): { above: string[]; below: string[] } {
  const { name } = report.agency
  return {
    above: [
      ...menu,
      `当前位置：首页 > 政务公开 > 政府信息公开年报 > ${report.year}年`,
      `发布日期：${report.published_on}　来源：${name}　浏览次数：${random.integer(3, 9999)}次`,
      `索引号：${random.integer(100_000, 999_999)}-${report.year}-${random.integer(10, 99)}`,
      '【字体：大 中 小】 打印 关闭',
    ],
    below: [
      '上一篇：关于调整办公时间的公告',
      `下一篇：${report.year - 1}年政府信息公开工作年度报告`,
      `主办：${name}　电话：0000-${random.integer(1_000_000, 9_999_999)}`,
      `您是第 ${random.integer(1000, 999_999)} 位访客　今日访问 ${random.integer(0, 99)}`,
      `网站标识码：${random.integer(1_000_000_000, 9_999_999_999)}`,
    ],
  }
}

const textPage = (id: string, write: WriteTable): Layout => ({
  id,
  about: 'a site around the report, as text',
  share: 2,
  render: (report, random) => {
    const { above, below } = around(report, random)
    const [first, ...body] = pageOf(report, random)
    const text = pageText(body, random, write)
    const head = first && 'text' in first ? first.text : notice
    return { bytes: encodeUtf8([head, ...above, text, ...below].join('\n')), extension: 'txt' }
  },
})

const htmlPage: Layout = {
  id: 'site-html',
  about: 'a site around the report, as HTML',
  share: 8,
  render: (report, random) => {
    const { above, below } = around(report, random)
    const facts = [
      ['索引号', `${random.integer(100_000, 999_999)}/2020-00001`, '发布日期', report.published_on],
      ['发布机构', report.agency.name, '点击数', String(random.integer(0, 900))],
    ]
    const list = (items: readonly string[]) =>
      `<ul>${items.map((one) => `<li>${escapeHtml(one)}</li>`).join('')}</ul>`
    const table = `<table>${facts.map((row) => `<tr>${row.map((one) => `<td>${escapeHtml(one)}</td>`).join('')}</tr>`).join('')}</table>`
    const calendar = `<table><tr>${'一二三四五六日'.replace(/./g, '<th>$&</th>')}</tr><tr>${[1, 2, 3, 4, 5, 6, 7].map((day) => `<td>${day}</td>`).join('')}</tr></table>`
    const script =
      '<script>var visits = 12345; document.write("<td>7</td>")</script><style>td{width:9px}</style>'
    const report1 = writePieces(pageOf(report, random), random, writeCleanTable)
    const body = `<div class="nav">${list(above)}</div>${table}${script}\n<div id="zoom">\n${report1}\n</div>\n${calendar}<footer>${list(below)}</footer>`
    return { bytes: encodeUtf8(htmlDocument(body)), extension: 'html' }
  },
}

export const surroundedLayouts: readonly Layout[] = [
  textPage('site-tab-led', writeTabLed),
  textPage('site-tab-rows', writeTabRows),
  htmlPage,
]
