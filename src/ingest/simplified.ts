import { Converter } from 'opencc-js/t2cn'
import type { Block, Document } from '../model/document.ts'
import { mapped } from '../model/list.ts'

/** Characters that only traditional writing has, the commoner ones: a sentence of these reports holds at least one. */
const onlyTraditional =
  '開報務關總況動處請數續繼給員業機構織團會區縣鄉鎮廳辦議訟訴復決結維糾審經國屬規範費額單萬億購項條無產' +
  '許強減與並現書發監導領實進時間標題類證責統計聯絡網頁電話訪問約應當從眾體見讓說讀講課誰調詢違運還這門' +
  '隊險難護檢樣濟環資農財東虛編號義們後來個兩臨舉習樂匯連遠選邊擴擬據擇換載較轉輕輸補夠頭節獲藥營薦藍慮' +
  '雖觀視覽覺觸認討訓記論評識詞試詳語誤諸謝貿賠贏趨躍軌轄辭遷遲適遺郵釋錢鐵銀錯鍵長閉聞閱陽階陸隨隱靜須' +
  '顧頓預頻頒飯館駐驗龍權確終級質術傳戶欄點滿餘簽專獨廢執沒繳納絕衛藝雙種歲圖師幫蓋積熱線簡練組態創廠廣' +
  '內衝幹穩過貫徹僅僑備儀優償儲勞勝勢勵協參叢響啟喪嚴圍園場塊壓壞壟壩壯壽夥奪奮婦媽學孫寧寶寫將尋對屆岡' +
  '島峽崗嶺嶼巖帥帳帶庫廟廬弒張彈歸彙徑徵恥悅惡惱愛慶憂憑憲懇懷懸懼戀戰戲拋掃掛採揚損搖擁擊擋擔擠擾攝攜' +
  '攤敗敵斂斷舊曆曉榮樓樞樹橋歐歡殘殺殼毀氣沖淨湯溝準滄滅滬滯漁漢漸潔潛潤澤濁濕濱濾瀏瀘灣災為煉煙煩燈燒' +
  '爐爭爺牆狀獄獎獸獻瑪瑣璽畝畢畫異療瘋盜盡盤盧矚矯硯碼磚礎礙礦祿禍禦禮稅稱穀穌窮窯竅競筆築篩籃籌籠糧紅' +
  '紋純紙紛紡細紹絲綜綠綱緊緒緝緣緩縮縱績繞繩繪罰罷羅聖聲職聽肅脅脈腦腫膚臺興艙艦艷莊華萊葉蒼蔣蔭薩蘇蘭' +
  '虧蟲裝裡製複褲襲覓親訂訊託設診註詐詩該誇誌誘誠誼談諒諾謀謂謙譜譯變讚豐貝負貨販貪貯貴買貸貼賀賃賄賊賓' +
  '賞賢賣賤賦賬賴賽贈贊趕趙跡踐車軍軟軸輔輛輝輩輪輯轎遊達遙遜遼邁鄒鄭鄰釀鈔鈣鈴鉛銅銘銜銳銷鋒鋪鋼錄錦鍋' +
  '鍛鎖鏈鏡鐘鑄鑑鑒閃閏閒閣閥閩闊闔闡陝陣陰陳際隻雛雜雞離雲霧靈韋韓頂順頑顏願顯風飛飲飼飽飾養餅驅駕駛騎' +
  '騙騷驚驛髒鬆鬥魚魯鮮鳥鳳鳴鴻鵬鷹鹽麗麥黃黨齊齒龐'
/** By the code of a character: every text is asked for them, and a pattern of so many takes long. */
const traditional = new Uint8Array(0x10000)
for (const char of onlyTraditional) traditional[char.charCodeAt(0)] = 1

/** Whether the character of a code is one that only traditional writing has. */
export const isTraditional = (code: number): boolean => traditional[code] === 1

function holdsTraditional(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) if (isTraditional(text.charCodeAt(i))) return true
  return false
}

let converter: ((text: string) => string) | undefined

/**
 * A text in simplified characters, each where the traditional one stood; one without traditional characters comes
 * back as it is.
 */
export function toSimplified(text: string): string {
  if (!holdsTraditional(text)) return text
  converter ??= Converter({ from: 't', to: 'cn' })
  const plain = converter(text)
  return plain.length === text.length ? plain : text
}

const simplifiedBlock = (block: Block): Block =>
  block.kind === 'paragraph' ? { ...block, text: toSimplified(block.text) } : block

/**
 * A document with its prose in simplified characters, for what is looked for in prose; the document itself when
 * it is written in them. Tables keep their text, since what is printed in a cell is kept letter by letter.
 */
export function simplifiedDocument(document: Document): Document {
  const { title, blocks } = document
  const holds = (block: Block) => block.kind === 'paragraph' && holdsTraditional(block.text)
  if (!holdsTraditional(title) && !blocks.some(holds)) return document
  return { ...document, title: toSimplified(title), blocks: mapped(blocks, simplifiedBlock) }
}
