import { markInvented } from '../../invented/mark.ts'
import { version as programVersion } from '../version.ts'

/**
 * What the dataset is, for every file that describes it: of a release by its version, else by that of the program.
 * Marked as invented when the build is.
 */
export const about = (version: string = programVersion) => ({
  id: 'gongkai-atlas',
  version,
  title: markInvented('政府信息公开年报图谱数据集 Gongkai Atlas dataset'),
  title_zh: markInvented('政府信息公开年报图谱数据集'),
  title_en: markInvented('Gongkai Atlas dataset'),
  description_zh: markInvented(
    '中国各级行政机关《政府信息公开工作年度报告》三张法定表格的数字，照录原文，每个数字都注明在原文中的位置和确定程度。',
  ),
  description_en: markInvented(
    'Figures of the annual reports of Chinese administrative agencies on government information disclosure, as printed, each with its place in the source and how sure we are of it.',
  ),
  creator: 'Gongkai Atlas contributors',
  keywords: ['freedom of information', 'government information disclosure', 'China', '政府信息公开'],
  licence: {
    id: 'CC-BY-4.0',
    url: 'https://creativecommons.org/licenses/by/4.0/',
    title: 'Creative Commons Attribution 4.0 International',
  },
})

/** Where the published dataset is, with a slash at its end; empty when no address of the site is set. */
export function datasetUrl(env: NodeJS.ProcessEnv = process.env): string {
  const { GONGKAI_SITE: site, GONGKAI_BASE: base = '/' } = env
  return site ? new URL(`${base.replace(/^\/*|\/*$/g, '/')}data/`.replace(/\/+/g, '/'), site).href : ''
}

/** How to cite the dataset, in one line. */
export function citationLine(version?: string): string {
  const { creator, title, version: of, licence } = about(version)
  const url = datasetUrl()
  return `${creator}. ${title}, version ${of}. ${licence.id}.${url ? ` ${url}` : ''}`
}

/** The same for BibTeX. */
export function bibtex(): string {
  const { id, creator, title, version: of, licence } = about()
  const url = datasetUrl()
  return `@misc{${id},
  author  = {{${creator}}},
  title   = {${title}},
  version = {${of}},
  note    = {${licence.id}},${url ? `\n  url     = {${url}},` : ''}
}`
}

/** The file by which reference managers know how to cite it (https://citation-file-format.github.io). */
export function citationFile(version?: string): string {
  const { creator, title, version: of, licence, description_en, keywords } = about(version)
  const url = datasetUrl()
  const text = (value: string) => JSON.stringify(value)
  return [
    'cff-version: 1.2.0',
    'message: If you use this dataset, please cite it as below.',
    `title: ${text(title)}`,
    'type: dataset',
    `version: ${of}`,
    `license: ${licence.id}`,
    ...(url ? [`url: ${text(url)}`] : []),
    'authors:',
    `  - name: ${text(creator)}`,
    `abstract: ${text(description_en)}`,
    'keywords:',
    ...keywords.map((word) => `  - ${text(word)}`),
    '',
  ].join('\n')
}
