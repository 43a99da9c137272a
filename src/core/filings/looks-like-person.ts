const organisations =
  /(会社|法人|組合|協会|学校|学園|大学|高校|幼稚園|保育|病院|医院|クリニック|診療所|薬局|銀行|信用金庫|役所|役場|[都道府県市区町村庁局院]$|商店|商会|工業|製作所|事務所|センター|財団|社団|連盟|公社|機構|団体|店$|堂$|屋$|\b(?:Inc|Ltd|LLC|Co|Corp|Company|Corporation|University|Hospital|Office|Group|Association)\b)/i;
const clerk = /(担当|部長|課長|係長|主任|様$|氏$|さん$)/;
/** A section of a business is not the business either. */
const section = /(部|課|係|室|窓口|チーム)([\s　]|$)/;
/** Family names that many people have: with a short rest after them and no word of a business, it is a person. */
const families =
  /^(佐藤|鈴木|高橋|田中|伊藤|渡辺|渡邊|山本|中村|小林|加藤|吉田|山田|佐々木|山口|松本|井上|木村|斎藤|斉藤|清水|山崎|池田|橋本|阿部|石川|山下|中島|石井|小川|前田|岡田|長谷川|藤田|後藤|近藤|村上|遠藤|青木|坂本|福田|太田|西村|藤井|金子|岡本|藤原|中野|三浦|原田|松田|竹内|小野|田村|中川|和田|石田|森田|上田|柴田|酒井|工藤|横山|宮崎|宮本|内田)[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々]{1,3}$/u;
const latinNames = /^[A-Z][a-z]+ [A-Z][a-z]+$/;
const twoNames = /^[\p{Script=Han}々]{1,4}[\s　][\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々]{1,5}$/u;

/**
 * Does the name of the reporter look like that of a person? The report names the business, not the clerk. A hint only: it
 * asks to look again and stops nothing. `people` are names of people that the record knows.
 */
export const looksLikePerson = (name: string, people: readonly string[] = []): boolean => {
  const plain = name.normalize('NFKC').trim();
  if (plain === '') return false;
  const bare = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');
  if (people.some((p) => p.trim() !== '' && bare(p) === bare(plain))) return true;
  if (clerk.test(plain)) return true;
  return !organisations.test(plain) && [section, twoNames, families, latinNames].some((looks) => looks.test(plain));
};
