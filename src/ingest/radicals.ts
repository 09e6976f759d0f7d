import type { Block, Cell, Document } from '../model/document.ts'
import { mapped } from '../model/list.ts'

/**
 * CJK Radicals Supplement (U+2E80–2EFF) beside the characters that they stand for, from Unicode's
 * EquivalentUnifiedIdeograph.txt; those that NFKC folds by itself are not in it.
 */
const supplement =
  '⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇𠘨⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺔彑⺕𫜹⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺠民⺡氵⺢氺⺣灬⺤爫' +
  '⺥爫⺦丬⺧牛⺨犭⺩王⺪𤴔⺫目⺬示⺭礻⺮𥫗⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺵𦉫⺶羊⺷𦍌⺸𦍋⺹耂⺺肀⺻聿⺼肉⺽𦥑⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角' +
  '⻇𧢲⻈讠⻉贝⻊𧾷⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕𨸏⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞𩙿⻟飠⻠饣⻡𩠐⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦' +
  '⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀'

function pairs(): ReadonlyMap<string, string> {
  const characters = [...supplement]
  const found = new Map<string, string>()
  for (let i = 0; i < characters.length; i += 2)
    found.set(characters[i] as string, characters[i + 1] as string)
  return found
}
const equivalents = pairs()

/** Kangxi Radicals and CJK Radicals Supplement. */
const anyRadical = /[\u2e80-\u2fd5]/
const radicals = /[\u2e80-\u2fd5]/g

/**
 * Replaces code points of radicals, which PDF fonts put in place of characters that look the same, by those
 * characters: ⽤ by 用, ⻓ by 长. Text without radicals, private-use characters included, comes back as it is.
 */
export function foldRadicals(text: string): string {
  if (!anyRadical.test(text)) return text
  return text.replace(radicals, (radical) => equivalents.get(radical) ?? radical.normalize('NFKC'))
}

const foldCell = (cell: Cell): Cell => {
  const text = foldRadicals(cell.text)
  return text === cell.text ? cell : { ...cell, text }
}

const foldBlock = (block: Block): Block =>
  block.kind === 'paragraph'
    ? { ...block, text: foldRadicals(block.text) }
    : { ...block, rows: mapped(block.rows, (row) => mapped(row, foldCell)) }

const holdsRadicals = (block: Block): boolean =>
  block.kind === 'paragraph'
    ? anyRadical.test(block.text)
    : block.rows.some((row) => row.some((cell) => anyRadical.test(cell.text)))

/** Whether a text has any radical in it. */
export const holdsAnyRadical = (text: string): boolean => anyRadical.test(text)

/** A document with the radicals in all its text folded: the one place where every reader's text is. */
export function foldDocument(document: Document): Document {
  if (!anyRadical.test(document.title) && !document.blocks.some(holdsRadicals)) return document
  return {
    ...document,
    title: foldRadicals(document.title),
    blocks: mapped(document.blocks, (block) => (holdsRadicals(block) ? foldBlock(block) : block)),
  }
}
