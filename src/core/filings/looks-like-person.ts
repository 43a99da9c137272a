const organisations =
  /(会社|法人|組合|協会|学校|学園|大学|高校|幼稚園|保育|病院|医院|クリニック|診療所|薬局|銀行|信用金庫|役所|役場|[都道府県市区町村庁局院]$|商店|商会|工業|製作所|事務所|センター|財団|社団|連盟|公社|機構|団体|店$|堂$|屋$|\b(?:Inc|Ltd|LLC|Co|Corp|Company|Corporation|University|Hospital|Office|Group|Association)\b)/i;
const clerk = /(担当|部長|課長|係長|主任|様$|氏$|さん$)/;
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
  return clerk.test(plain) || (!organisations.test(plain) && twoNames.test(plain));
};
