import { evidenceSources } from '../identity/evidence.ts'
import type { MethodsSection } from './methods.ts'

const weights = ({ agency, year, place }: Readonly<Record<'agency' | 'year' | 'place', number>>) => ({
  zh: [agency && `机关 ${agency}`, year && `年份 ${year}`, place && `所在地 ${place}`]
    .filter(Boolean)
    .join('，'),
  en: [agency && `agency ${agency}`, year && `year ${year}`, place && `place ${place}`]
    .filter(Boolean)
    .join(', '),
})

/** How the methods page says whose a report is and for which year, with the weight of everything that tells. */
export const identitySection: MethodsSection = {
  id: 'identity',
  title: { zh: '哪个机关，哪一年，在哪里', en: 'Which agency, which year, where' },
  text: [
    {
      zh: '报告里凡是说明机关、年份或所在地的地方都记下来，各有分量。机关和年份各以分量最重的一项为准；互相矛盾或只有弱的依据时，另有一条问题说明。每份报告的依据都列在机关页面上。',
      en: 'Everything in a report that tells its agency, its year or where its agency is, is kept with a weight. Agency and year each follow the weightiest; where they contradict each other, or only weak ones are there, an issue says so. The evidence of every report is on the page of its agency.',
    },
    {
      zh: '所在地按行政区划表确定。同名的地方很多（仅城关镇就有 88 个）：一项依据只用来排除候选，不用来挑选，所以依据多了只会更确定或看出矛盾，不会从一处变成另一处。排除之后仍有几处的，写明是哪几处，不猜。',
      en: 'The place is found in a list of divisions. Many share a name (there are 88 towns called 城关镇): evidence only ever rules places out, so more of it makes a place more certain or shows a contradiction, and never turns one place into another. Where several are left, the issue names them and nothing is guessed.',
    },
    {
      zh: '机关编号由区划代码和名称拼音组成，只取决于报告自己的文件和机关登记表，加入别的文件不会改变它。一份文件看不出是几处中的哪一处时，不与任何文件合并。改名、合并和别名由维护者登记，旧的网址仍然可用。',
      en: 'The id of an agency is made of its division code and its name in pinyin. It depends on the report’s own file and the registry of agencies alone, so that no file that is added changes it. A file that leaves it open which of several places it is from is joined with no other. Renames, mergers and aliases are entered by a maintainer, and earlier addresses go on working.',
    },
    { zh: '依据和分量：', en: 'The evidence and its weights:' },
  ],
  terms: Object.values(evidenceSources).map(({ zh, en, ...weight }) => ({
    term: { zh, en },
    meaning: weights(weight),
  })),
  after: [
    {
      zh: '同一机关同一年份有几份文件的，采用维护者指定的；没有指定的，采用读得出的、只含本机关的、公开较晚的、读得较全的。内容相同的算一份报告；不同的，逐格列出不同之处。',
      en: 'Of several files for one agency and year the one that the maintainer names counts; else one that could be read, that covers the body alone, that was published later, that was read more completely. Files of the same content are one report; where they differ, every cell is listed.',
    },
  ],
}
