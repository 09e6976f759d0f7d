/** Peoples in the names of autonomous divisions, some with 族 and some without. */
const peoples = [
  '维吾尔|哈萨克|柯尔克孜|塔吉克|乌孜别克|塔塔尔|俄罗斯|锡伯|达斡尔|鄂温克|鄂伦春|蒙古|朝鲜|赫哲|满|回|藏|羌|彝|白|傣|壮|苗|侗|瑶|水|黎|畲|高山',
  '土家|土|撒拉|东乡|保安|裕固|哈尼|傈僳|佤|拉祜|纳西|景颇|布朗|阿昌|普米|怒|德昂|独龙|基诺|布依|仡佬|毛南|仫佬|京|门巴|珞巴|各',
].join('|')

const autonomous = new RegExp(`^(.{2,}?)(?:(?:${peoples})族?)*自治(区|州|县|旗)$`)
const ending =
  /(?:特别行政区|地区|街道办事处|街道|林区|特区|新区|矿区|民族苏木|苏木|民族乡|省|市|盟|州|县|区|旗|镇|乡)$/

/** A name without the peoples of an autonomous division: 恩施州, 景东县; null for any other name. */
export function plainAutonomous(name: string): string | null {
  const [, stem, kind] = autonomous.exec(name) ?? []
  if (!stem) return null
  return kind === '区' ? stem : `${stem}${kind}`
}

/** A name without its ending: 乐至 for 乐至县. The name itself where less than two characters would be left. */
export function stemOf(name: string): string {
  const plain = plainAutonomous(name) ?? name
  const stem = plain.replace(ending, '')
  return stem.length < 2 ? plain : stem
}
