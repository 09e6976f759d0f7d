/** Endings of the names of bodies that publish reports, longest first. */
const endings =
  '街道办事处|人民政府办公厅|人民政府办公室|管理委员会|人民政府|管委会|委员会|办公室|街道|苏木|镇|(?<!城)乡|局|厅|委|队|中心'
/** Endings of the names of places. */
const places = '省|自治区|自治州|自治县|市|地区|盟|州|县|区|旗|镇|乡'

/** What may stand before a name: the start of a clause, or a word that takes a body as its object. */
const before = '(?:^|[，,。；;、:：（(]|\\d年度?|由|请与|向|根据|按照|现公布|公布)'
/** Names of other bodies that prose mentions again and again; a report is never from them. */
const notPublishers = /^(在|对|为|通过|国务院|各|有关|相关|上级|下级|本|我|县政府|区政府|市政府|省政府|党)/

/** Words that stand before a name without being part of it. */
const notPlace = /^(以及|及|和|与|同|在|对|为|是|从|到|按|让|使|位于|属于|来自|本|我|该|全|各|把|将)/

/** The bodies that prose names at the start of a clause, with how often; the report's own is usually first. */
function namedBodies(text: string): Map<string, number> {
  const pattern = new RegExp(
    `${before}(?<name>[\\u4e00-\\u9fff]{2,24}?(?:${endings}))(?!公开|政府|党|信息)`,
    'gm',
  )
  const counts = new Map<string, number>()
  for (const match of text.matchAll(pattern)) {
    const name = match.groups?.['name'] ?? ''
    if (!notPublishers.test(name)) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return counts
}

/** What may follow the short form of a name in its full form. */
const suffixes = ['办事处', '人民政府']
const endsPlace = /[省区州市盟县旗镇乡]$/

/** Whether a line has a longer form of a name: with a place right before it, or the rest of it behind. */
function extendsName(line: string, core: string): boolean {
  for (let at = line.indexOf(core); at >= 0; at = line.indexOf(core, at + 1)) {
    if (at > 0 && endsPlace.test(line[at - 1] ?? '')) return true
    if (suffixes.some((suffix) => line.startsWith(suffix, at + core.length))) return true
  }
  return false
}

/** The places that stand before a name, back to the start of a clause. */
const placesBefore = new RegExp(`${before}(?<places>(?:[\\u4e00-\\u9fff]{2,6}?(?:${places})){0,3})$`, 'g')
/** Three places and the word before them are no longer. */
const longestPlaces = 32

/** The longest name in plain lines that ends in `core`, with the places before it: 乐至县劳动镇 for 劳动镇. */
export function fullestName(core: string, lines: readonly string[]): string {
  let longest = core
  for (const line of lines) {
    if (!extendsName(line, core)) continue
    for (let at = line.indexOf(core); at >= 0; at = line.indexOf(core, at + core.length)) {
      const name = nameAt(line, at, core)
      if (name.length > longest.length) longest = name
    }
  }
  return longest
}

/**
 * The name that `core` is part of where it stands in a line, from the first word that one may begin behind: in
 * 本报告由乙县望溪镇 not the start of the line. Empty where it is no name of its own.
 */
function nameAt(line: string, at: number, core: string): string {
  const start = line.slice(0, at)
  const suffix = suffixes.find((one) => line.startsWith(one, at + core.length)) ?? ''
  placesBefore.lastIndex = Math.max(0, at - longestPlaces)
  for (let match = placesBefore.exec(start); match; match = placesBefore.exec(start)) {
    const name = `${match.groups?.['places']}${core}${suffix}`.replace(/^(由|请与|以及)/, '')
    if (!notPlace.test(name)) return name
    placesBefore.lastIndex = match.index + 1
  }
  return ''
}

/** The body a report without a telling title is from, by its plain lines: the one named first among the most frequent. */
export function bodyOfProse(lines: readonly string[]): string {
  const [first] = [...namedBodies(lines.join('\n'))].sort(([, a], [, b]) => b - a)
  return first?.[0] ?? ''
}
