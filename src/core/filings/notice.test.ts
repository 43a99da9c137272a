import { describe, expect, it } from 'vitest';
import { knowledge } from '../../../test/support/knowledge.ts';
import { incidentLog, linkAll, openDevice, reported } from '../../../test/support/pens.ts';
import {
  admit,
  type AnswerId,
  defang,
  foldIncident,
  judgeNotice,
  lockedEmpty,
  nextIssue,
  type NoticeForm,
  noticeFormOf,
  noticeGaps,
  type NoticeWords,
  type Part,
  type PartRef,
  sayNotice,
} from '../index.ts';

const notice = (name: string): NoticeForm => noticeFormOf(knowledge.forms, name) as NoticeForm;
const open = (lang: 'ja' | 'en' = 'ja', answer?: AnswerId) => ({ lang, answersOf: () => (answer ? [answer] : []) });

const tampered: NoticeWords = {
  'organisation.ja': '株式会社みどり',
  'organisation.en': 'Midori Ltd.',
  'site.ja': '当社の通販サイト（全ページ）',
  'site.en': 'Our online shop (all pages)',
  what: 'redirect',
  from: '2026-11-24T21:00+09:00[Asia/Tokyo]',
  until: '2026-11-25T09:30+09:00[Asia/Tokyo]',
  risk: 'infection theft',
  measures: 'scan update',
  inquiry: 'going-on',
  'desk.ja': 'お客様窓口',
  'desk.en': 'Customer desk',
  phone: '03-0000-0000',
  next: '2026-11-25T18:00+09:00[Asia/Tokyo]',
  version: '1',
  issuedAt: '2026-11-25T10:00+09:00[Asia/Tokyo]',
};

const spoofed: NoticeWords = {
  'organisation.ja': '株式会社みどり',
  'organisation.en': 'Midori Ltd.',
  from: '?',
  domain: 'midori.example.jp',
  how: 'sent-logs headers',
  misuse: 'suspected',
  'misused.ja': 'メールアカウント1つ',
  measures: 'blocked',
  personal: 'checking',
  'desk.ja': '情報システム部',
  'desk.en': 'IT desk',
  phone: '03-0000-0000',
  next: '2026-11-25T18:00+09:00[Asia/Tokyo]',
  version: '1',
  issuedAt: '2026-11-25T10:00+09:00[Asia/Tokyo]',
};

describe('the notice about a tampered site, F-08', () => {
  it('says state, risk and countermeasures in both languages [NOTICE-01]', () => {
    for (const lang of ['ja', 'en'] as const) {
      expect(noticeGaps(notice('F-08'), tampered, open(lang))).toEqual([]);
      expect(sayNotice(notice('F-08'), tampered, lang)).toMatchSnapshot();
    }
  });

  const locked = ['organisation.ja', 'site.ja', 'what', 'from', 'until', 'risk', 'measures', 'inquiry', 'desk.ja', 'phone', 'next'];

  it.each(locked)('is not complete without %s [NOTICE-02]', (key) => {
    for (const empty of [undefined, '', '  ']) expect(lockedEmpty(notice('F-08'), { ...tampered, [key]: empty }, open())).toEqual([key]);
  });

  it('names moments in the wrong order: an end before the beginning, a next update that is past [NOTICE-11]', () => {
    const wrong = (form: string, words: NoticeWords) => lockedEmpty(notice(form), words, open('ja', 'no'));
    expect(wrong('F-08', { ...tampered, until: '2026-11-24T20:00+09:00[Asia/Tokyo]' })).toEqual(['until:wrong-order']);
    expect(wrong('F-08', { ...tampered, next: '2026-11-25T00:30+00:00[Etc/UTC]' })).toEqual(['next:wrong-order']);
    expect(wrong('F-09/type-a', { ...spoofed, next: '2026-11-24T18:00+09:00[Asia/Tokyo]' })).toEqual(['next:wrong-order']);
    expect(wrong('F-08', { ...tampered, until: '?' })).toEqual([]);
    expect(wrong('F-08', { ...tampered, until: tampered.from })).toEqual([]);
  });

  it('lets what is not known say so, and the next update never [NOTICE-02]', () => {
    expect(lockedEmpty(notice('F-08'), { ...tampered, from: '?' }, open())).toEqual([]);
    expect(sayNotice(notice('F-08'), { ...tampered, from: '?' }, 'ja')).toContain('期間：（確認中） から 2026年11月25日（水）9時30分 まで');
    expect(lockedEmpty(notice('F-08'), { ...tampered, next: '?' }, open())).toEqual(['next']);
    expect(lockedEmpty(notice('F-08'), { ...tampered, next: '夕方' }, open())).toEqual(['next:not-a-moment']);
    expect(lockedEmpty(notice('F-08'), { ...tampered, what: 'nothing-of-the-kind' }, open())).toEqual(['what']);
  });

  it('asks for the words of the language that goes out [NOTICE-02]', () => {
    expect(lockedEmpty(notice('F-08'), { ...tampered, 'site.en': undefined }, open('ja'))).toEqual([]);
    expect(lockedEmpty(notice('F-08'), { ...tampered, 'site.en': undefined }, open('en'))).toEqual(['site.en']);
  });

  it.each([
    'https://evil.example.net/x',
    'HTTP://evil.example.net',
    'ｈｔｔｐｓ：／／evil.example.net',
    'www.evil.example.net',
    'evil.example.net/login',
    'https://midori.example.jp.evil.example.net/',
  ])('holds back a live address: %s [NOTICE-03]', (address) => {
    const words = { ...tampered, substitute: 'https://midori.example.jp/', 'responseMore.ja': `誘導先は ${address} でした` };
    expect(lockedEmpty(notice('F-08'), words, open())).toEqual(['responseMore.ja:live-address']);
    const harmless = { ...words, 'responseMore.ja': defang(words['responseMore.ja']) };
    expect(lockedEmpty(notice('F-08'), harmless, open())).toEqual([]);
  });

  it('lets the own page and the own mail address stand [NOTICE-03]', () => {
    const words = {
      ...tampered,
      substitute: 'https://notice.midori.example.jp/',
      mail: 'info@midori.example.jp',
      'measuresMore.ja': 'くわしくは https://notice.midori.example.jp/faq をご覧ください',
    };
    expect(lockedEmpty(notice('F-08'), words, open())).toEqual([]);
    expect(defang('http://a.example.net/b')).toBe('hxxp://a[.]example[.]net/b');
  });

  it.each(['影響はありません', '影響 は ございません', '被害はありません'])(
    'does not say 「%s」 while the investigation goes on [NOTICE-04]',
    (words) => {
      const denied = { ...tampered, 'responseMore.ja': `お客様への${words}。` };
      expect(lockedEmpty(notice('F-08'), denied, open())).toEqual(['responseMore.ja:never']);
      expect(lockedEmpty(notice('F-08'), { ...denied, inquiry: 'finished' }, open())).toEqual([]);
    },
  );
});

describe('the warning about mail in our name, F-09', () => {
  it.each(['F-09/checking', 'F-09/type-a', 'F-09/type-b', 'F-09/staff'])(
    '%s holds the two lines that cannot be taken out [NOTICE-05]',
    (name) => {
      const answer = name === 'F-09/type-a' ? 'no' : 'yes';
      const ja = sayNotice(notice(name), spoofed, 'ja').split('\n');
      expect(ja).toEqual(expect.arrayContaining(['本文のリンクは押さないでください。', '添付ファイルは開かないでください。']));
      const en = sayNotice(notice(name), spoofed, 'en').split('\n');
      expect(en).toEqual(expect.arrayContaining(['Do not click links in it.', 'Do not open its attachments.']));
      expect(lockedEmpty(notice(name), spoofed, open('ja', answer))).toEqual([]);
      const frozen = ja.filter((line) => !line.startsWith('添付')).join('\n');
      expect(lockedEmpty(notice(name), spoofed, { ...open('ja', answer), frozen })).toEqual(['text:changed']);
    },
  );

  it('uses type A only when B1 says that our side was not used, and says how it was checked [NOTICE-06]', () => {
    const typeA = notice('F-09/type-a');
    for (const answer of [undefined, 'yes', 'unknown'] as const)
      expect(lockedEmpty(typeA, spoofed, open('ja', answer))).toEqual(['text:unsettled']);
    expect(lockedEmpty(typeA, { ...spoofed, how: undefined }, open('ja', 'no'))).toEqual(['how']);
    expect(sayNotice(typeA, spoofed, 'ja')).toContain('次の方法で確認しました：メールの送信記録、偽メールの送信元の記録');
  });

  it('uses type B when our side was or may be misused [NOTICE-06]', () => {
    for (const answer of ['yes', 'unknown'] as const) expect(lockedEmpty(notice('F-09/type-b'), spoofed, open('ja', answer))).toEqual([]);
    for (const answer of [undefined, 'no'] as const)
      expect(lockedEmpty(notice('F-09/type-b'), spoofed, open('ja', answer))).toEqual(['text:unsettled']);
    expect(sayNotice(notice('F-09/type-b'), spoofed, 'ja')).toMatchSnapshot();
  });

  it('never says that it is unrelated to us before B1 is settled [NOTICE-06]', () => {
    const words = { ...spoofed, 'claimed.ja': '社長。当社とは無関係です' };
    for (const answer of [undefined, 'yes', 'unknown'] as const)
      expect(lockedEmpty(notice('F-09/checking'), words, open('ja', answer))).toEqual(['claimed.ja:never']);
    expect(lockedEmpty(notice('F-09/type-a'), words, open('ja', 'no'))).toEqual([]);
  });

  it('of type A waits while company mail was taken over, or may have been, and while people differ on that [NOTICE-06]', () => {
    const given = (takenOver: readonly AnswerId[]) => ({
      lang: 'ja' as const,
      answersOf: (branch: string): readonly AnswerId[] => (branch === 'P-02.B1' ? ['no'] : branch === 'P-04.B1' ? takenOver : []),
    });
    const gaps = (takenOver: readonly AnswerId[]) => lockedEmpty(notice('F-09/type-a'), spoofed, given(takenOver));
    expect([gaps([]), gaps(['no'])]).toEqual([[], []]);
    expect([gaps(['yes']), gaps(['unknown']), gaps(['no', 'yes'])]).toEqual([['text:unsettled'], ['text:unsettled'], ['text:unsettled']]);
    const unrelated = { ...spoofed, 'claimed.ja': '当社とは無関係です' };
    expect(lockedEmpty(notice('F-09/checking'), unrelated, given(['yes']))).toEqual(['claimed.ja:never']);
  });

  it.each(['domain', 'phone', 'desk.ja', 'next', 'from'])('is not complete without %s [NOTICE-05]', (key) => {
    expect(lockedEmpty(notice('F-09/checking'), { ...spoofed, [key]: '' }, open())).toEqual([key]);
  });
});

describe('what does not count as written', () => {
  it.each(['-', '。', '…', 'ー', '未定', 'なし', '？', '\u200b', '○○', 'N/A', 'TBD', '調査中です', 'テスト', 'xxx'])(
    'a locked field that holds %j is empty [NOTICE-02]',
    (nothing) => {
      for (const key of ['organisation.ja', 'site.ja', 'desk.ja', 'phone'])
        expect(lockedEmpty(notice('F-08'), { ...tampered, [key]: nothing }, open())).toEqual([key]);
      expect(lockedEmpty(notice('F-09/checking'), { ...spoofed, domain: nothing }, open())).toContain('domain');
    },
  );

  it.each([
    'evil.net',
    'evil.net:8080',
    'evil.net?x=1',
    'evil。net/x',
    'h\u200bttps://evil.net/',
    'evil\u00ad.net/x',
    'https:\n//evil.net/',
    '//evil.net/x',
    '\\\\evil.net\\share',
    'file://evil.net/x',
    'hxxp://evil.net/',
    '例え.jp/login',
    '日本語.com',
    'xn--r8jz45g.jp',
    '192.0.2.7',
    'http://[2001:db8::1]/',
    'http://3232235777/',
    'https://midori.example.jp@evil.net/',
    'https://midori.example.jp:x@evil.net/',
    'https://evil.net\\.midori.example.jp/',
  ])('an address that passes for none: %j [NOTICE-03]', (address) => {
    const words = { ...tampered, substitute: 'https://midori.example.jp/', 'responseMore.ja': `誘導先は ${address} でした` };
    expect(lockedEmpty(notice('F-08'), words, open())).toEqual(['responseMore.ja:live-address']);
    const harmless = { ...words, 'responseMore.ja': defang(words['responseMore.ja']) };
    expect(lockedEmpty(notice('F-08'), harmless, open())).toEqual([]);
  });

  it('holds back nothing that only looks like an address, and trusts no ending that anyone can have [NOTICE-03]', () => {
    for (const fine of [
      '請求書.docx',
      'invoice.zip',
      '添付の report.pdf：',
      'Co.,Ltd.',
      '平日9.00-17.00',
      'v1.2.3',
      'evil[.]net/x',
      'taro.com@midori.example.jp',
    ])
      expect(lockedEmpty(notice('F-08'), { ...tampered, 'responseMore.ja': `見たのは ${fine} です` }, open())).toEqual([]);
    const words = { ...spoofed, domain: 'co.jp', 'subjects.ja': 'https://evil.co.jp/x' };
    expect(lockedEmpty(notice('F-09/checking'), words, open())).toEqual(expect.arrayContaining(['domain', 'subjects.ja:live-address']));
  });

  it.each([
    '影響は一切ありません',
    '影響は無い',
    '影響はｱﾘﾏｾﾝ',
    '影響は\u200bありません',
    '個人情報の漏洩はございません',
    '流出の事実はない',
    '被害は出ておりません',
    '漏えいはしておりません',
    '情報が外部に出たことはありません',
    '感染の心配はありません',
    '問題はございません',
    'ご安心ください',
  ])('a denial in other words: %j [NOTICE-04]', (words) => {
    const denied = { ...tampered, 'responseMore.ja': `お客様への${words}。` };
    expect(lockedEmpty(notice('F-08'), denied, open())).toEqual(['responseMore.ja:never']);
    expect(noticeGaps(notice('F-08'), denied, open())).toHaveLength(1);
    expect(lockedEmpty(notice('F-09/checking'), { ...spoofed, 'claimed.ja': words }, open('ja', 'no'))).toEqual(['claimed.ja:never']);
  });

  it.each([
    '影響がないか調べています',
    '漏えいは、いまのところ確認されていません',
    '被害の有無を確認中です',
    '影響が少ない日時に作業します',
  ])('lets stand what denies nothing: %s [NOTICE-04]', (words) =>
    expect(lockedEmpty(notice('F-08'), { ...tampered, 'responseMore.ja': words }, open())).toEqual([]),
  );

  it.each([
    '弊社とは一切関係ございません',
    '当社が送信したメールではありません',
    '当社から送られたものではございません',
    '当社は関与しておりません',
    '当社への不正アクセスはありません',
    'これはなりすましメールです',
  ])('"unrelated to us" in other words: %s [NOTICE-06]', (words) => {
    const said = { ...spoofed, 'claimed.ja': words };
    expect(lockedEmpty(notice('F-09/checking'), said, open('ja', 'unknown'))).toEqual(['claimed.ja:never']);
    expect(lockedEmpty(notice('F-09/type-a'), said, open('ja', 'no'))).toEqual([]);
  });

  it('is never one of the sentences that the forms themselves offer [NOTICE-04] [NOTICE-06]', () => {
    const every = (name: string, words: NoticeWords, key: string): void => {
      const field = notice(name).form.fields.find((f) => f.id === key);
      for (const { id } of field?.options ?? [])
        for (const lang of ['ja', 'en'] as const) {
          const filled = { ...words, [key]: id, 'misused.en': 'one account', 'site.en': 'our shop' };
          const answer = name === 'F-09/type-a' ? 'no' : 'unknown';
          const frozen = sayNotice(notice(name), filled, lang);
          expect(lockedEmpty(notice(name), filled, { ...open(lang, answer), frozen }), `${name} ${key} ${id} ${lang}`).toEqual([]);
        }
    };
    for (const key of ['what', 'via', 'risk', 'damage', 'measures', 'response', 'inquiry']) every('F-08', tampered, key);
    for (const name of ['F-09/checking', 'F-09/type-a', 'F-09/type-b', 'F-09/staff'])
      for (const key of ['how', 'misuse', 'measures', 'personal', 'opened']) every(name, spoofed, key);
  });
});

describe('versions of a notice', () => {
  const later = '2026-11-25T12:00+09:00[Asia/Tokyo]';
  const { version: _, issuedAt: __, ...fresh } = tampered;
  const f08 = notice('F-08');
  const issue = (words: NoticeWords, lang: 'ja' | 'en', issued: readonly { lang: 'ja' | 'en'; text: string }[], now: string) => {
    const next = nextIssue(f08, words, lang, issued, now);
    return { ...next, text: sayNotice(f08, next.words, lang) };
  };

  it('keep their number while nothing changes, also in the other language [NOTICE-08]', () => {
    const first = issue(fresh, 'ja', [], '2026-11-25T10:00+09:00[Asia/Tokyo]');
    expect(first.amended).toEqual({ version: '1', issuedAt: '2026-11-25T10:00+09:00[Asia/Tokyo]' });
    expect(first.text.split('\n')[0]).toContain('（第1報 2026年11月25日（水）10時00分）');
    const out = [{ lang: 'ja', text: first.text } as const];
    expect(issue(first.words, 'ja', out, later).amended).toEqual({});
    expect(issue(first.words, 'en', out, later).amended).toEqual({});
  });

  it('get the next number and the present time when a word changed [NOTICE-08]', () => {
    const first = issue(fresh, 'ja', [], '2026-11-25T10:00+09:00[Asia/Tokyo]');
    const out = [{ lang: 'ja', text: first.text } as const];
    const second = issue({ ...first.words, inquiry: 'finished' }, 'ja', out, later);
    expect(second.amended).toEqual({ version: '2', issuedAt: later });
    const en = issue(first.words, 'en', out, later);
    const both = [...out, { lang: 'en', text: en.text } as const];
    expect(issue({ ...first.words, 'site.en': 'Our shop' }, 'en', both, later).amended.version).toBe('2');
  });
});

describe('what may go out', () => {
  const log = incidentLog(80);
  const id = '01937f00-0000-7000-8000-0000000000aa';
  const parts = new Map<string, Part>();
  const wordsOf = (ref: PartRef): string | undefined => {
    const part = parts.get(ref.part);
    return part && new TextDecoder().decode(part.bytes);
  };
  const device = openDevice(81);
  const sealed = (text: string): PartRef => {
    const { part, ref } = device.words(text);
    parts.set(part.id, part);
    return ref;
  };
  const fieldsOf = (words: NoticeWords) =>
    Object.fromEntries(Object.entries(words).flatMap(([key, text]) => (text === undefined ? [] : [[key, sealed(text)]])));
  const issued = (text: string) =>
    device.say(log, { kind: 'notice.issued', body: { notice: id, form: 'F-08', lang: 'ja', text: sealed(text), way: 'copied' } });
  const amended = device.say(log, { kind: 'notice.amended', body: { notice: id, form: 'F-08', fields: fieldsOf(tampered) } });
  const judge = { blockers: () => [], lockedEmpty: judgeNotice(knowledge.forms, wordsOf) };

  it('is decided from the record: complete goes, a field erased since does not, nor a text that was changed [NOTICE-07]', () => {
    const records = linkAll(log, [device.say(log, reported), amended]);
    const incident = foldIncident(log, records);
    const text = sayNotice(notice('F-08'), tampered, 'ja');
    expect(admit(incident, records, issued(text).entry, judge)).toBeUndefined();
    expect(admit(incident, records, issued(text.replace('電話：03-0000-0000', '')).entry, judge)).toEqual({
      code: 'locked-field-empty',
      fields: ['text:changed'],
    });
    expect(admit(incident, records, issued(`${text}\nhttps://evil.example.net/`).entry, judge)).toEqual({
      code: 'locked-field-empty',
      fields: ['text:live-address'],
    });
    const phone = (incident.notices[id]?.fields.phone ?? [])[0]?.value as PartRef;
    parts.delete(phone.part);
    expect(admit(incident, records, issued(text).entry, judge)).toEqual({ code: 'locked-field-empty', fields: ['phone'] });
    const empty = foldIncident(log, records.slice(0, 1));
    expect(admit(empty, records.slice(0, 1), issued(text).entry, judge)).toMatchObject({ code: 'locked-field-empty' });
  });

  it('is refused where this knowledge has no such form [NOTICE-07]', () => {
    const incident = foldIncident(log, linkAll(log, [device.say(log, reported)]));
    expect(judge.lockedEmpty(incident, id, 'F-99', { lang: 'ja', text: sealed('x') })).toEqual(['form:unknown']);
  });
});
