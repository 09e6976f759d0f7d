import type { IssueClass, Severity } from '../model/issue.ts'
import type { AgencyType, Level, Scope, Status } from '../model/report.ts'
import type { Activity } from '../stats/figures.ts'
import type { Bilingual } from './locale.ts'

type Vocabulary<Term extends string> = Readonly<Record<Term, Bilingual>>

export const levelWords: Vocabulary<Level> = {
  national: { zh: '国家级', en: 'National' },
  province: { zh: '省级', en: 'Province' },
  prefecture: { zh: '地市级', en: 'Prefecture' },
  county: { zh: '县级', en: 'County' },
  township: { zh: '乡级', en: 'Township' },
  unknown: { zh: '级别未定', en: 'Level not known' },
}

export const typeWords: Vocabulary<AgencyType> = {
  government: { zh: '人民政府', en: 'People’s government' },
  office: { zh: '政府办公厅（室）', en: 'General office' },
  department: { zh: '政府部门', en: 'Department' },
  subdistrict: { zh: '街道办事处', en: 'Subdistrict office' },
  town: { zh: '镇', en: 'Town' },
  township: { zh: '乡', en: 'Township' },
  zone: { zh: '开发区、功能区', en: 'Development zone' },
  vertical: { zh: '垂直管理机关', en: 'Vertically managed agency' },
  institution: { zh: '事业单位', en: 'Public institution' },
  unknown: { zh: '类型未定', en: 'Type not known' },
}

/** The four states of an agency and year, which the four marks stand for. */
export const activityWords: Vocabulary<Activity> = {
  some: { zh: '收到申请', en: 'received requests' },
  zero: { zh: '报告为零', en: 'reported zero' },
  unreadable: { zh: '有报告，数字无法读取', en: 'reported, figure not readable' },
  no_report: { zh: '没有收录报告', en: 'no report held' },
}

export const scopeWords: Vocabulary<Scope> = {
  own_body: { zh: '本机关', en: 'Own body' },
  aggregate: { zh: '汇总', en: 'Aggregate' },
  unknown: { zh: '未说明', en: 'Not stated' },
}

export const scopeNotes: Vocabulary<Scope> = {
  own_body: { zh: '数字只涉及本机关。', en: 'The figures cover this body alone.' },
  aggregate: {
    zh: '数字汇总了下级机关，不与单个机关的数字相加。',
    en: 'The figures sum up lower bodies, and are never added to those of single bodies.',
  },
  unknown: {
    zh: '报告没有说明数字是否包括下级机关。',
    en: 'The report does not say whether lower bodies are included.',
  },
}

export const statusWords: Vocabulary<Status> = {
  complete: { zh: '三张表全部读出', en: 'all three tables read' },
  partial: { zh: '部分表格读出', en: 'some tables read' },
  unreadable: { zh: '没有读出表格', en: 'no table read' },
  superseded: { zh: '同年另有一份为准', en: 'another file for the year counts' },
}

export const classWords: Vocabulary<IssueClass> = {
  published: { zh: '原文矛盾', en: 'In the source' },
  reading: { zh: '读取', en: 'Reading' },
  definition: { zh: '口径', en: 'Definition' },
  scope: { zh: '范围', en: 'Scope' },
  coverage: { zh: '覆盖', en: 'Coverage' },
  identity: { zh: '身份', en: 'Identity' },
}

export const severityWords: Vocabulary<Severity> = {
  error: { zh: '错误', en: 'Error' },
  warning: { zh: '注意', en: 'Warning' },
  info: { zh: '说明', en: 'Note' },
}
