import { form, formVersions, headings, resultGroups, tableIds } from '../model/form.ts'

/** Labels of the forms, which prose repeats. */
const labels: readonly string[] = [
  ...tableIds.flatMap((table) =>
    formVersions
      .flatMap((version) => form[table].forms[version])
      .flatMap(({ rows, columns }) => [...rows, ...columns].map((one) => one.zh)),
  ),
  ...tableIds.map((table) => form[table].zh),
  ...resultGroups.map((group) => group.zh),
  ...Object.values(headings).map((heading) => heading.zh),
]

/** Words that the regulations and the format of reports put into every report; saying them is no copying. */
const formulas: readonly string[] = [
  '本报告根据《中华人民共和国政府信息公开条例》（以下简称《条例》）和国务院办公厅《关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》要求编制',
  '根据《中华人民共和国政府信息公开条例》第五十条规定，现公布政府信息公开工作年度报告',
  '按照《中华人民共和国政府信息公开条例》有关规定',
  '国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知',
  '本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六个部分组成',
  '因政府信息公开工作被申请行政复议、提起行政诉讼情况',
  '本报告中所列数据的统计期限自年月日起至年月日止',
  '本报告电子版可在政府门户网站下载',
  '如对本报告有任何疑问，请与联系，地址，邮编，联系电话，电子邮箱',
  '公民、法人或者其他组织提出的政府信息公开申请',
  '公民、法人和其他组织依法获取政府信息',
  '政府信息公开工作年度报告',
  '坚持以习近平新时代中国特色社会主义思想为指导，全面贯彻落实党的二十大精神',
  '深入贯彻落实党的十九大和十九届历次全会精神',
  '以公开为常态、不公开为例外，遵循公正、公平、合法、便民的原则',
  '主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障',
  '按照《政府信息公开信息处理费管理办法》收取信息处理费情况',
  '未收取政府信息公开信息处理费',
]

/** Texts whose runs of characters are masked before reports are compared. */
export const statutoryWords: readonly string[] = [...labels, ...formulas]
