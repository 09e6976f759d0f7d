const zone =
  /^.{0,30}?(?:管理委员会|管委会|开发区|高新区|(?<!(?:浦东|滨海))新区(?!(?:人民)?政府)|园区|示范区|风景区|名胜区|保税区|度假区|合作区|产业区|工业区)(?=.*[局委处队办]$)/

/** The zone in the name of a bureau inside it: 高新区管委会 of 高新区管委会教育局; empty when there is none. */
export const zoneOf = (body: string): string => zone.exec(body)?.[0] ?? ''
