import type { ChangeKind, ChangeReason } from '../dataset/describe/changesTable.ts'
import type { Bilingual } from './locale.ts'
import { counted } from './numbers.ts'

/** The kinds of change between two releases in words. */
export const changeWords: Readonly<Record<ChangeKind, Bilingual>> = {
  report_added: { zh: '新增报告', en: 'Reports added' },
  report_removed: { zh: '删去的报告', en: 'Reports removed' },
  report_replaced: { zh: '换了源文件的报告', en: 'Reports with another source' },
  value_changed: { zh: '变了的数字', en: 'Figures that changed' },
  effective_value_changed: { zh: '变了的有效值', en: 'Effective values that changed' },
  correction_changed: { zh: '变了的更正', en: 'Corrections that changed' },
}

/** Why a figure changed, in words. */
export const reasonWords: Readonly<Record<ChangeReason, Bilingual>> = {
  source: { zh: '源文件变了', en: 'the source changed' },
  correction: { zh: '更正', en: 'a correction' },
  reader: { zh: '读取程序变了', en: 'the reading program changed' },
}

/** Texts of the page of changes. */
export const changesPageWords = {
  title: { zh: '变更', en: 'Changes' },
  description: {
    zh: '数据集的每一次发布，以及与上一次相比新增、删去的报告和变了的数字。',
    en: 'Every release of the dataset, with the reports added and removed and the figures that changed since the one before.',
  },
  intro: {
    zh: '每次发布都冻结一份完整的数据集。与上一次发布相比变了什么，连同原因，都列在这里，也可以订阅。',
    en: 'Every release freezes the whole dataset. What changed since the release before, and why, is listed here and can be subscribed to.',
  },
  feed: { zh: '订阅（Atom）', en: 'Subscribe (Atom)' },
  none: {
    zh: '还没有发布过。数据页上的文件随网站一起生成。',
    en: 'There is no release yet. The files on the data page are made with the site.',
  },
  first: { zh: '第一次发布。', en: 'The first release.' },
  same: {
    zh: (version: string) => `与 ${version} 没有差异。`,
    en: (version: string) => `Nothing differs from ${version}.`,
  },
  counts: {
    zh: (reports: string, agencies: string) => `${reports} 份报告，${agencies} 个机关`,
    en: (reports: string, agencies: string) =>
      `${counted(reports, 'report')}, ${counted(agencies, 'agency', 'agencies')}`,
  },
  downloads: { zh: '下载', en: 'Downloads' },
  all: { zh: '全部', en: 'All' },
  report: { zh: '报告', en: 'Report' },
  cell: { zh: '格', en: 'Cell' },
  before: { zh: '原来', en: 'Before' },
  after: { zh: '现在', en: 'Now' },
  why: { zh: '原因', en: 'Why' },
  more: {
    zh: (shown: string) => `这里列出前 ${shown} 条；全部在`,
    en: (shown: string) => `The first ${shown} are listed here; all are in`,
  },
} as const
