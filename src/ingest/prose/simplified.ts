/**
 * Traditional characters of the words that prose states counts with, each before its simplified form. What is
 * not here stands in no pattern.
 */
const pairs =
  '萬万與与業业兩两個个為为爲为舉举鄉乡書书產产從从們们眾众衆众會会體体餘余關关決决況况減减幾几別别辦办務务動动區区單单廳厅歷历曆历壓压縣县發发號号後后國国圖图處处複复復复實实審审對对屬属並并併并應应廢废開开異异強强當当徵征總总執执護护報报掛挂據据數数無无術术機机權权條条來来構构標标欄栏沒没洩泄滿满點点熱热環环現现電电確确祕秘積积類类糾纠約约級级納纳紛纷線线綫线組组織织經经結结絡络絕绝統统繼继續续維维繳缴網网罰罚聯联範范獲获補补規规覽览計计認认訓训議议記记許许訟讼訪访評评識识訴诉詢询誤误說说請请讀读責责購购費费轉转較较達达過过這这進进違违連连遞递郵邮銷销錯错鎮镇長长門门閉闭問问閱阅際际難难項项順顺須须題题額额'
const toward: ReadonlyMap<string, string> = new Map(
  Array.from({ length: pairs.length / 2 }, (_, i) => [pairs[2 * i] as string, pairs[2 * i + 1] as string]),
)

const traditional = new RegExp(`[${[...toward.keys()].join('')}]`)

/** A text in simplified characters as far as the patterns need it; as long as it was. Most texts are so already. */
export const simplified = (text: string): string =>
  traditional.test(text) ? Array.from(text, (char) => toward.get(char) ?? char).join('') : text
