/** Characters of these reports that differ, simplified and traditional in turn. */
const pairs =
  '开開报報务務关關总總况況动動处處请請数數续續继繼给給员員业業机機构構织織团團会會区區县縣乡鄉镇鎮厅廳办辦议議讼訟诉訴复復决決结結维維纠糾审審经經国國属屬规規范範费費额額单單万萬购購项項达達际際设設许許罚罰强強减減对對过過为為与與并並现現书書发發监監导導领領实實进進时時间間标標题題类類无無证證责責统統计計联聯络絡网網页頁电電话話访訪问問条條约約应應当當从從众眾体體见見让讓说說读讀讲講课課谁誰调調询詢违違运運还還这這门門队隊险險难難护護检檢样樣济濟环環资資产產农農财財东東虚虛编編号號义義们們后後来來个個两兩临臨举舉习習乐樂汇匯连連远遠选選边邊扩擴拟擬据據择擇换換载載较較转轉轻輕输輸补補够夠头頭节節获獲药藥营營荐薦蓝藍虑慮虽雖观觀视視览覽觉覺触觸认認讨討训訓记記论論评評识識词詞试試详詳语語误誤诸諸谢謝贸貿赔賠赢贏趋趨跃躍轨軌辖轄辞辭迁遷迟遲适適遗遺邮郵释釋钱錢铁鐵银銀错錯键鍵长長闭閉闻聞阅閱阳陽阶階陆陸随隨隐隱雾霧静靜须須顾顧顿頓预預频頻颁頒饭飯馆館驻駐验驗龙龍权權确確终終级級质質术術传傳户戶栏欄点點满滿余餘签簽专專独獨废廢执執没沒缴繳纳納绝絕卫衛艺藝双雙种種岁歲图圖师師帮幫盖蓋积積热熱线線简簡练練组組态態创創厂廠广廣'
const toward = new Map<string, string>()
const characters = [...pairs]
for (let i = 0; i + 1 < characters.length; i += 2)
  toward.set(characters[i] as string, characters[i + 1] as string)

/** A text in traditional characters, as far as a small list goes; what it does not know stays. */
export const toTraditional = (text: string): string =>
  [...text].map((character) => toward.get(character) ?? character).join('')
