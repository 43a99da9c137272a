import { countedYears, type FactKind, type FactProblem, type Text } from '../core/index.ts';
import type { Problem, ProblemCode } from './contract/problem.ts';

export type ProblemDetails = { readonly field?: string; readonly nearest?: string; readonly value?: string; readonly kind?: FactKind };

const kinds: Record<FactKind, Text> = {
  'yes-no': { ja: 'true・false', en: 'true or false' },
  'one-of': { ja: '値の名前ひとつ、または {"in":[…]}', en: 'one value name, or {"in":[…]}' },
  'some-of': { ja: '値の名前の列、または {"has":[…],"not":[…]}', en: 'a list of value names, or {"has":[…],"not":[…]}' },
  number: { ja: '0以上の数、または {"min":…,"max":…}', en: 'a number from 0, or {"min":…,"max":…}' },
  instant: { ja: '日付、または時差つきの日時', en: 'a date, or a date and time with its offset' },
};

/** Enough of a long name to recognise it by. */
const shorten = (text: string): string => (text.length > 100 ? `${text.slice(0, 100)}…` : text);

/** Written as a moment, but in a year that dates are not counted in. */
const isFar = (value: string): boolean => {
  const year = Number(/^(\d{4})-\d{2}-\d{2}(T|$)/.exec(value)?.[1] ?? countedYears.first);
  return year < countedYears.first || year > countedYears.last;
};

const tooFar = (field: string, value: string): Text => ({
  ja: `「${field}」の「${value}」からは日付を数えられません。${countedYears.first}年から${countedYears.last}年までで書いてください。`,
  en: `No date can be counted from “${value}” in “${field}”: write a year from ${countedYears.first} to ${countedYears.last}.`,
});

const sentence = (code: ProblemCode, { field: fullField = '', value: fullValue = '', kind }: ProblemDetails): Text => {
  const [field, value] = [shorten(fullField), shorten(fullValue)];
  switch (code) {
    case 'bad-json':
      return { ja: 'JSON として読めません。', en: 'This is not JSON.' };
    case 'not-an-object':
      return { ja: `「${field}」は { … } の形で書いてください。`, en: `“${field}” must be an object { … }.` };
    case 'missing-field':
      return { ja: `「${field}」がありません。`, en: `“${field}” is missing.` };
    case 'wrong-type':
      return { ja: `「${field}」の形が違います。`, en: `“${field}” has the wrong type.` };
    case 'unknown-field':
      return { ja: `「${field}」という項目はありません。`, en: `There is no field “${field}”.` };
    case 'unknown-fact':
      return { ja: `「${field}」という事実の名前はありません。`, en: `There is no fact named “${field}”.` };
    case 'unknown-value':
      return { ja: `「${field}」に「${value}」という値はありません。`, en: `“${field}” has no value “${value}”.` };
    case 'wrong-kind':
      return {
        ja: `「${field}」の答えの形が違います。${kind ? `書けるもの：${kinds[kind].ja}。` : ''}`,
        en: `The answer to “${field}” has the wrong form.${kind ? ` It takes ${kinds[kind].en}.` : ''}`,
      };
    case 'bad-instant':
      if (isFar(value)) return tooFar(field, value);
      return {
        ja: `「${field}」の「${value}」は日時として読めません。例：2026-11-20T18:30:00+09:00`,
        en: `“${value}” in “${field}” is not a moment. Example: 2026-11-20T18:30:00+09:00`,
      };
    case 'bad-date':
      return {
        ja: `「${field}」の「${value}」は日付として読めません。例：2026-11-20`,
        en: `“${value}” in “${field}” is not a date. Example: 2026-11-20`,
      };
    case 'bad-zone':
      return { ja: `「${value}」という時間帯はありません。例：Asia/Tokyo`, en: `There is no time zone “${value}”. Example: Asia/Tokyo` };
    case 'contradiction':
      return { ja: `「${field}」の答えがくい違っています。`, en: `The answer to “${field}” contradicts itself.` };
    case 'unknown-rule':
      return { ja: `「${value}」という義務はありません。`, en: `There is no duty “${value}”.` };
    case 'unknown-stage':
      return { ja: `「${value}」という段階はありません。`, en: `There is no stage “${value}”.` };
    case 'unknown-case':
      return { ja: `「${value}」という場面はありません。`, en: `There is no case “${value}”.` };
    case 'unknown-kind':
      return { ja: `「${value}」という種類の記録はありません。`, en: `There is no kind of entry “${value}”.` };
    case 'entry-too-large':
      return {
        ja: '1件の記録が大きすぎます。ことばと写真は別の部分に分け、残りを 64 KB までにしてください。',
        en: 'One entry is too large: put words and pictures into parts, and keep the rest within 64 KB.',
      };
    case 'too-many-entries':
      return {
        ja: `一度に送れる記録は ${value} 件までです。分けて送ってください。`,
        en: `One request takes up to ${value} entries: send them in turn.`,
      };
    case 'ill-formed-text':
      return {
        ja: `「${field}」に読めない文字があります。書き直してください。`,
        en: `“${field}” holds a broken character: write it anew.`,
      };
    case 'blank-words':
      return { ja: `「${field}」が空白だけです。言葉を書いてください。`, en: `“${field}” holds nothing but blanks: write words.` };
    case 'lies-ahead':
      return {
        ja: `「${field}」の「${value}」は、まだ来ていない時です。知った時を書いてください。`,
        en: `“${value}” in “${field}” has not come yet: write when it was known.`,
      };
    case 'bad-part':
      return {
        ja: `「${field}」は、どの記録の約束（commit）とも合いません。塩と中身を確かめてください。`,
        en: `“${field}” does not match what any of the entries promises: check its salt and bytes.`,
      };
    case 'bad-signature':
      return {
        ja: `「${field}」の署名が、端末の鍵と合いません。記録を変えずに送り直してください。`,
        en: `The signature of “${field}” does not match the key of its device: send the entry unchanged.`,
      };
    case 'id-taken':
      return {
        ja: `番号「${value}」は別の記録が使っています。新しい番号で書き直してください。`,
        en: `Another entry has the id “${value}”: write yours under a new id.`,
      };
    case 'device-chain-gap':
      return {
        ja: `「${value}」は、この端末の前の記録につながっていません。前の記録から順に送ってください。`,
        en: `“${value}” does not follow what its device said before: send the entries before it first.`,
      };
    case 'part-taken':
      return {
        ja: `部分の番号「${value}」は、別の中身で使われています。新しい番号で書き直してください。`,
        en: `The part id “${value}” stands for other bytes already: use a new one.`,
      };
    case 'other-log':
      return {
        ja: `「${field}」は別の記録簿のものです。ここに書けるのは「${value}」だけです。`,
        en: `“${field}” belongs elsewhere: only “${value}” is written here.`,
      };
    case 'unknown-incident':
      return {
        ja: 'この番号のインシデントはありません。先に「incident.reported」を送ってください。',
        en: 'There is no incident under this id: send “incident.reported” first.',
      };
    case 'log-broken':
      return {
        ja: `このファイルは合わないので、読み込みません（${value}）。もとの持ち主から、もう一度受け取ってください。`,
        en: `This file does not hold, and nothing was taken (${value}): ask its owner to send it again.`,
      };
    case 'log-diverged':
      return {
        ja: 'ここにある同じインシデントの記録と食い違うので、読み込みません。',
        en: 'The same incident is here and says something else, so nothing was taken.',
      };
    case 'bad-folder':
      return { ja: 'そのフォルダーは使えません。', en: 'This folder cannot be used.' };
    case 'internal':
      return { ja: 'こちらの不具合で判定できませんでした。', en: 'Something broke on our side, so this could not be worked out.' };
  }
};

/** A problem in words for people, naming the field and, when one looks alike, the nearest known name. */
export const sayProblem = (code: ProblemCode, details: ProblemDetails = {}): Problem => {
  const { field, nearest } = details;
  const said = sentence(code, details);
  const message =
    nearest === undefined ? said : { ja: `${said.ja}「${nearest}」のことですか。`, en: `${said.en} Did you mean “${nearest}”?` };
  return { code, message, ...(field !== undefined && { field }), ...(nearest !== undefined && { nearest }) };
};

/** A part of a request with far longer or far more names or values than the catalogue has. */
export const sayOversize = (field: string): Problem => ({
  code: 'wrong-type',
  message: {
    ja: `「${field}」が大きすぎます。名前と値は100字まで、数は1,000個までです。`,
    en: `“${field}” is too large: names and values take up to 100 characters, lists up to 1,000 entries.`,
  },
  field,
});

/** What the core found wrong with facts; the first problem stands, the others ride along. */
export const sayFactProblems = (problems: readonly FactProblem[]): Problem | undefined => {
  const said = problems.map((p) => sayProblem(p.code, p));
  const [first, ...others] = said;
  return first && (others.length > 0 ? { ...first, others } : first);
};
