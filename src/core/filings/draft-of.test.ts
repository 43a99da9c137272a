import { describe, expect, it } from 'vitest';
import { openDevice, reported } from '../../../test/support/pens.ts';
import { openScene, type Scene } from '../../../test/support/scene.ts';
import { canonicalDraft, changedSince, plainDraft, readFrozenDraft, wordsOfDraft } from './canonical-draft.ts';
import type { DraftField, FilingDraft } from './draft.ts';
import { sayApproval } from './speak-filing.ts';

const field = (draft: FilingDraft, id: string): DraftField => draft.fields.find((f) => f.field.id === id) as DraftField;
const ja = (draft: FilingDraft, id: string): string => field(draft, id).text.ja;

const begin = (seed: number): Scene => {
  const scene = openScene(seed);
  scene.say(reported);
  return scene;
};

const facts = (answers: Record<string, never> | Record<string, unknown>) =>
  ({ kind: 'facts.recorded', body: { facts: answers as never } }) as const;

const known = {
  knownAt: '2026-11-20T18:30:00+09:00',
  occurredAt: '2026-11-19',
  personalDataInvolved: true,
  eventType: ['leak'],
  occurred: true,
  maliciousAct: true,
  sensitiveInfo: false,
  subjectsMax: 1200,
  attackType: ['unauthorizedAccess'],
  dataItems: ['name', 'address'],
  dataOwner: ['customer'],
  discoveredBy: 'ownStaff',
  secondaryDamage: 'risk',
  publication: 'underStudy',
};

describe('a draft of the report', () => {
  it('says nothing is known yet where nothing is, and never "no" [DRAFT-01]', () => {
    const draft = openScene(1).draft();
    const said = draft.fields.filter((f) => f.state === 'filled').map((f) => f.field.id);
    expect(said).toEqual(['kind']);
    expect(field(draft, 'reporter').state).toBe('gap');
    expect(field(draft, 'discovered-on')).toMatchObject({ state: 'gap', missing: [{ fact: 'knownAt', who: 'finder', asked: false }] });
    expect(field(draft, 'secondary-damage')).toMatchObject({ state: 'under-investigation', text: { ja: '調査中です。' } });
    expect(field(draft, 'card-holders').state).toBe('under-investigation');
    expect(field(draft, 'publication')).toMatchObject({ state: 'under-investigation', text: { ja: 'まだ決まっていません。' } });
    expect(field(draft, 'cause-detail')).toMatchObject({ state: 'optional-empty', text: { ja: '' } });
    const text = plainDraft(draft.form, wordsOfDraft(draft, 'ja'), 'preliminary');
    expect(text).not.toMatch(/ありません|なし|ない。/);
    expect(text).toContain('報告者の名称：（未記入）');
  });

  it('fills the nine items from facts, in plain polite Japanese, with where each comes from [DRAFT-02]', () => {
    const scene = begin(2);
    scene.sayOnCard({ kind: 'organisation.described', body: { name: { text: '株式会社みなと商事' } } });
    const recorded = scene.say(facts(known));
    const draft = scene.draft();
    expect(ja(draft, 'reporter')).toBe('株式会社みなと商事');
    expect(ja(draft, 'discovered-on')).toBe('2026年11月20日（金）18時30分');
    expect(ja(draft, 'occurred-on')).toBe('2026年11月19日（木）');
    expect(ja(draft, 'event')).toContain('個人データの漏えいが発生しました。');
    expect(ja(draft, 'items')).toBe('氏名、住所。要配慮個人情報は含みません。');
    expect(ja(draft, 'count')).toBe('本人の最大数：1,200人（確定していません）');
    expect(field(draft, 'count').text.en).toBe('Largest possible number: 1,200 people (not final)');
    expect(ja(draft, 'cause')).toContain('第三者の不正アクセスによるものです。');
    expect(ja(draft, 'secondary-damage')).toBe('二次被害が発生するおそれがあります。');
    expect(ja(draft, 'rule-items')).toContain('規則7条3号（不正の目的によるおそれがある）');
    expect(field(draft, 'count').origins).toEqual([
      { from: 'fact', fact: 'subjectsMax', statements: [expect.objectContaining({ entry: recorded.entry.id })] },
    ]);
    expect(field(draft, 'publication').state).toBe('filled');
  });

  it('takes an exact count over a maximum, and what follows from it [DRAFT-02]', () => {
    const scene = begin(3);
    scene.say(facts({ subjects: 950 }));
    expect(ja(scene.draft(), 'count')).toBe('950人');
    scene.say({ kind: 'facts.corrected', body: { facts: { subjects: { min: 900 } }, reason: { text: '数え直し' } } });
    expect(ja(scene.draft(), 'count')).toBe('少なくとも900人');
  });

  it('lets 「調査中」 stand only in the preliminary report; in the final one it is a gap by who can answer [DRAFT-03]', () => {
    const scene = begin(4);
    expect(field(scene.draft('preliminary'), 'cause').state).toBe('under-investigation');
    const final = field(scene.draft('final'), 'cause');
    expect(final).toMatchObject({ state: 'gap', text: { ja: '' }, missing: [{ fact: 'attackType', who: 'it', asked: false }] });
    scene.say(facts({ attackType: 'unknown' }));
    expect(field(scene.draft('final'), 'cause').missing).toEqual([{ fact: 'attackType', who: 'it', asked: true }]);
  });

  it('says what is known and that the rest is looked into, where more than one thing is asked [DRAFT-03]', () => {
    const scene = begin(5);
    scene.say(facts({ dataItems: { has: ['name'] } }));
    expect(ja(scene.draft(), 'items')).toBe('氏名。ほかのことは調査中です。');
    expect(field(scene.draft(), 'items').missing).toEqual([{ fact: 'sensitiveInfo', who: 'business', asked: false }]);
  });

  it('never waits for what is known: an answer that fits no sentence is a gap to write [DRAFT-03]', () => {
    const scene = begin(6);
    scene.say(facts({ attackType: [] }));
    expect(field(scene.draft(), 'cause')).toMatchObject({ state: 'gap', text: { ja: '' } });
  });

  it('chooses nothing where people said different things apart; both are shown [DRAFT-04]', () => {
    const scene = begin(7);
    scene.say(facts({ subjectsMax: 500 }));
    scene.sayApart(facts({ subjectsMax: 1200 }), openDevice(70));
    const count = field(scene.draft(), 'count');
    expect(count).toMatchObject({ state: 'gap', text: { ja: '' }, disputed: ['subjectsMax'] });
    scene.say({ kind: 'facts.corrected', body: { facts: { subjectsMax: 1200 }, reason: { text: '名簿で数えた' } } });
    expect(field(scene.draft(), 'count')).toMatchObject({ state: 'filled', disputed: [] });
  });

  it('tells the course of facts in the order of time; words of people are candidates until somebody chooses them [DRAFT-05]', () => {
    const scene = openScene(8);
    scene.say({ ...reported, body: { ...reported.body, text: { text: '佐藤さんが\n添付を開いた' } } });
    scene.say(facts({ knownAt: '2026-11-20T18:30:00+09:00' }));
    const note = scene.say({
      kind: 'note.added',
      body: { text: { text: '受付の端末が固まった' }, happenedAt: '2026-11-20T18:10:00+09:00' },
    });
    const wrong = scene.say({ kind: 'note.added', body: { text: { text: '取り消す話' }, happenedAt: '2026-11-20T18:00:00+09:00' } });
    scene.say({ kind: 'entry.withdrawn', body: { withdraws: wrong.entry.id } });
    scene.say({
      kind: 'entry.corrected',
      body: { corrects: note.entry.id, text: { text: '受付と総務の端末が固まった' }, reason: { text: '聞き直した' } },
    });
    const [lawyer, desk] = ['019ac000-0000-7000-8000-00000000000b', '019ac000-0000-7000-8000-00000000000c'];
    scene.say({ kind: 'contact.listed', body: { contact: lawyer, side: 'outside', name: { text: '高橋先生（携帯）' } } });
    for (const contact of ['jp.police', lawyer])
      scene.say({
        kind: 'contact.told',
        body: { contact, side: 'outside', state: 'told', way: 'phone', toldAt: '2026-11-21T10:00:00+09:00' },
      });
    scene.say({ kind: 'place.listed', body: { place: desk, name: { text: '鈴木さんの席' } } });
    scene.say({ kind: 'place.asked', body: { place: desk, state: 'symptoms', askedAt: '2026-11-20T19:00:00+09:00' } });
    const draft = scene.draft();
    expect(ja(draft, 'course').split('\n')).toEqual([
      '・2026年11月20日（金）18時30分　最初に気づきました。',
      expect.stringContaining('　社内の部署から、同じ症状があると知らせがありました。'),
      expect.stringMatching(/2026年11月21日（土）10時00分　警察.*へ連絡しました。$/),
      '・2026年11月21日（土）10時00分　社外の関係先へ連絡しました。',
      expect.stringMatching(/　最初の知らせがありました。$/),
    ]);
    const named = /佐藤|受付|取り消す|高橋|鈴木/;
    expect(plainDraft(draft.form, wordsOfDraft(draft, 'ja'), 'preliminary')).not.toMatch(named);
    expect(plainDraft(draft.form, wordsOfDraft(draft, 'en'), 'preliminary')).not.toMatch(named);
    expect(field(draft, 'course').candidates.map((c) => c.text.ja)).toEqual([
      '・2026年11月20日（金）18時10分　受付と総務の端末が固まった',
      expect.stringContaining('　鈴木さんの席から、同じ症状があると知らせがありました。'),
      '・2026年11月21日（土）10時00分　高橋先生（携帯）へ連絡しました。',
      expect.stringContaining('　最初の知らせがありました。「佐藤さんが 添付を開いた」'),
    ]);
    expect(field(draft, 'other').candidates).toMatchObject([
      { text: { ja: expect.stringContaining('高橋先生（携帯）へ連絡しました（電話）。') } },
    ]);
  });

  it('goes on without words that were erased, and says so [DRAFT-06]', () => {
    const scene = openScene(9);
    const report = scene.say({ ...reported, body: { ...reported.body, text: { text: '請求書の添付を開いた' } } });
    const chosen = scene.say({
      kind: 'draft.amended',
      body: { form: 'F-01', stage: 'preliminary', fields: { course: { text: '・請求書の添付を開いた' } } },
    });
    expect(ja(scene.draft(), 'course')).toBe('・請求書の添付を開いた');
    const parts = [report.entry.body.text, (chosen.entry.body.fields as { course: unknown }).course].map(
      (ref) => (ref as { part: string }).part,
    );
    scene.say({ kind: 'part.erased', body: { parts, reason: 'personal-data' } });
    for (const part of parts) scene.parts.delete(part);
    expect(ja(scene.draft(), 'course')).toContain('最初の知らせがありました。');
    expect(field(scene.draft(), 'course')).toMatchObject({ wordless: true, candidates: [] });
  });

  it('lets words written by hand win, flags answers that came after, and gives back on empty words [DRAFT-07]', () => {
    const scene = begin(10);
    scene.say(facts({ attackType: ['theft'] }));
    const amend = (text: string) =>
      scene.say({ kind: 'draft.amended', body: { form: 'F-01', stage: 'preliminary', fields: { cause: { text } } } });
    amend('車上荒らしによる盗難です。');
    expect(field(scene.draft(), 'cause')).toMatchObject({ text: { ja: '車上荒らしによる盗難です。' }, behind: false });
    expect(field(scene.draft(), 'cause').origins[0]?.from).toBe('hand');
    scene.say({ kind: 'facts.corrected', body: { facts: { attackType: ['lossOfMedia'] }, reason: { text: '見つかった' } } });
    expect(field(scene.draft(), 'cause').behind).toBe(true);
    amend('');
    expect(ja(scene.draft(), 'cause')).toContain('機器または書類の紛失');
  });

  it('carries words of the preliminary report into the final one where nothing else fills it, and its receipt [DRAFT-08]', () => {
    const scene = begin(11);
    scene.say({
      kind: 'draft.amended',
      body: { form: 'F-01', stage: 'preliminary', fields: { 'prevention-planned': { text: '二要素認証を入れます。' } } },
    });
    scene.say({
      kind: 'filing.filed',
      body: {
        obligation: 'appi-ppc-report',
        stage: 'preliminary',
        filedAt: '2026-11-24T10:00:00+09:00',
        receipt: { text: 'R-1' },
        bundle: '0'.repeat(64),
      },
    });
    const final = scene.draft('final');
    expect(ja(final, 'prevention-planned')).toBe('二要素認証を入れます。');
    expect(ja(final, 'previous')).toBe('速報　2026年11月24日（火）10時00分　受付番号 R-1');
    expect(ja(final, 'course')).toContain('個人情報保護委員会への漏えい等報告（速報）を提出しました。');
    expect(ja(scene.draft(), 'course')).not.toContain('提出しました');
    expect(field(scene.draft(), 'previous').state).toBe('optional-empty');
  });

  it('shows both where two people wrote a field apart [DRAFT-04]', () => {
    const scene = begin(12);
    const amend = (text: string) =>
      ({ kind: 'draft.amended', body: { form: 'F-01', stage: 'preliminary', fields: { other: { text } } } }) as const;
    scene.say(amend('警察に相談しました。'));
    scene.sayApart(amend('保険会社に連絡しました。'), openDevice(71));
    expect(field(scene.draft(), 'other')).toMatchObject({ state: 'gap', text: { ja: '' }, rivals: [{}, {}] });
  });

  it('asks the way first: My Number unknown counts as included; public bodies and delegated trades are told [DRAFT-09]', () => {
    const scene = begin(13);
    const leaving = (): readonly string[] => scene.draft().routes.flatMap((r) => (r.leaves ? [r.id] : []));
    expect(leaving()).toEqual(['my-number']);
    scene.say(facts({ myNumberInvolved: false, entityType: 'localGov', sector: ['bank'] }));
    expect(leaving()).toEqual(['public-body', 'delegated']);
  });

  it('warns of a reporter that looks like a person and stops nothing [DRAFT-10]', () => {
    const scene = begin(14);
    const warned = (name: string): boolean => {
      scene.sayOnCard({ kind: 'organisation.described', body: { name: { text: name } } });
      return scene.draft().warnings.length > 0;
    };
    expect(['山田 太郎', '総務担当', '佐藤様'].map(warned)).toEqual([true, true, true]);
    expect(['山田太郎', '長谷川あかり', 'Taro Yamada', '情報システム部', '営業課 鈴木'].map(warned)).toEqual([
      true,
      true,
      true,
      true,
      true,
    ]);
    expect(['田中電機株式会社', '東京電機', 'Minato Trading Company', '中村学園', '港湾協会'].map(warned)).not.toContain(true);
    expect(['株式会社 山田', '港病院', '水道局', 'Minato Trading Co.', '山田商店'].map(warned)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
    scene.say({ kind: 'person.introduced', body: { person: '019ac000-0000-7000-8000-00000000000a', name: { text: 'たなか はなこ' } } });
    expect(warned('たなかはなこ')).toBe(true);
  });

  it('freezes to the same bytes for the same record, reads them back and names the fields that changed [DRAFT-11]', () => {
    const scene = begin(15);
    scene.say(facts(known));
    const frozen = canonicalDraft(scene.draft());
    expect(canonicalDraft(scene.draft())).toBe(frozen);
    const read = readFrozenDraft(frozen);
    expect(read && changedSince(read, scene.draft())).toEqual([]);
    scene.say({ kind: 'facts.corrected', body: { facts: { subjectsMax: 3000 }, reason: { text: '数え直し' } } });
    expect(read && changedSince(read, scene.draft())).toEqual(['count']);
    expect(readFrozenDraft('{"version":2}')).toBeUndefined();
    expect(readFrozenDraft('速報')).toBeUndefined();
    const approval = scene.say(sayApproval(scene.draft()));
    expect(scene.setting().incident.approvals.map((a) => a.entry)).toEqual([approval.entry.id]);
    expect(plainDraft(scene.form('F-01'), read?.fields ?? {}, 'preliminary')).toMatch(
      /^個人データの漏えい等の報告（速報）\n\n【はじめに書くこと】/,
    );
  });

  it('keeps long words whole; no length is invented [DRAFT-12]', () => {
    const scene = begin(16);
    const long = 'あ'.repeat(20_000);
    scene.say({ kind: 'draft.amended', body: { form: 'F-01', stage: 'preliminary', fields: { 'cause-detail': { text: long } } } });
    expect(field(scene.draft(), 'cause-detail')).toMatchObject({ text: { ja: long }, tooLong: false });
    expect(scene.form('F-01').fields.filter((f) => f.limit)).toEqual([]);
  });
});

describe('what nobody said', () => {
  it('never tells a suspected leak as one that happened because an encryption was confirmed [DRAFT-03]', () => {
    const scene = begin(21);
    scene.say(facts({ encryptedUnrecoverable: true, indicatorC2Contact: true }));
    expect(ja(scene.draft(), 'event')).toContain(
      '個人データの漏えいが発生したおそれがあります。個人データがランサムウェアにより暗号化され、毀損しました。',
    );
    const claimed = begin(22);
    claimed.say(facts({ encryptedUnrecoverable: true, exfiltrationClaimByAttacker: true }));
    expect(ja(claimed.draft(), 'event')).not.toContain('漏えいが発生しました');
    const both = begin(23);
    both.say(facts({ eventType: ['leak', 'loss'], occurred: true, damageKind: 'other', encryptedUnrecoverable: false }));
    expect(ja(both.draft(), 'event')).toContain('個人データの漏えいが発生しました。個人データの滅失が発生しました。');
  });

  it('tells neither a leak nor a suspicion where both were denied, or all was recovered or kept [DRAFT-03]', () => {
    const denied = begin(24);
    denied.say(facts({ eventType: ['leak', 'damage'], occurred: false, suspected: false, exfiltrationClaimByAttacker: false }));
    expect(ja(denied.draft(), 'event')).toBe('起きておらず、そのおそれもないことを確認しました。');
    const recovered = begin(25);
    recovered.say(facts({ eventType: ['leak'], occurred: true, recoveredUnseen: true, exfiltrationClaimByAttacker: false }));
    expect(ja(recovered.draft(), 'event')).toBe('個人データが外部に出ましたが、第三者に見られる前に、すべて回収しました。');
    const kept = begin(26);
    kept.say(facts({ eventType: ['damage'], damageKind: 'ransomwareEncryption', occurred: true, backupExists: true }));
    expect(ja(kept.draft(), 'event')).not.toContain('毀損');
  });

  it('puts no moment into the course that people dispute, and a span as a span [DRAFT-04] [DRAFT-05]', () => {
    const scene = begin(27);
    scene.say(facts({ occurredAt: { after: '2026-11-18', before: '2026-11-21' }, knownAt: '2026-11-19T10:00:00+09:00' }));
    const span = '・2026年11月18日（水）から2026年11月21日（土）までの間　発生した、またはそのおそれがある時です。';
    expect(ja(scene.draft(), 'course')).toContain(span);
    scene.sayApart(facts({ knownAt: '2026-11-20T10:00:00+09:00' }), openDevice(72));
    expect(ja(scene.draft(), 'course')).not.toContain('最初に気づきました');
    expect(field(scene.draft(), 'course').disputed).toEqual(['knownAt']);
    scene.say(facts({ occurred: true }));
    expect(ja(scene.draft(), 'course')).toContain('までの間　発生しました。');
  });

  it('does not let words that put a thing off pass from the preliminary report into the final one as told [DRAFT-08]', () => {
    const scene = begin(28);
    const amend = (stage: string, text: string) =>
      ({ kind: 'draft.amended', body: { form: 'F-01', stage, fields: { cause: { text } } } }) as const;
    scene.say(amend('preliminary', '侵入の経路は調査中です。'));
    expect(field(scene.draft(), 'cause').state).toBe('filled');
    expect(field(scene.draft('final'), 'cause')).toMatchObject({
      state: 'gap',
      text: { ja: '侵入の経路は調査中です。' },
      missing: [{ who: 'it' }],
    });
    scene.say(amend('final', '侵入の経路は特定できず、調査中です。追って報告します。'));
    expect(field(scene.draft('final'), 'cause').state).toBe('filled');
  });

  it('does not tell an entrustee that it has no entrustee: it is asked for a further one [DRAFT-02]', () => {
    const scene = begin(29);
    scene.say(facts({ role: 'entrustee', entrusteeInvolved: false }));
    expect(ja(scene.draft(), 'entrustment')).toBe('当方は委託先です。委託元があります。関わる再委託先はありません。');
  });

  it('tells a first move in the course, never as a measure against recurrence, and not once it could not be done [DRAFT-28]', () => {
    const scene = begin(30);
    scene.say({ kind: 'action.done', body: { action: 'P-01.T5.1' } });
    expect(ja(scene.draft(), 'course')).toContain('対応：');
    expect(field(scene.draft(), 'prevention-done')).toMatchObject({ state: 'under-investigation', text: { ja: '調査中です。' } });
    expect(field(scene.draft('final'), 'prevention-done')).toMatchObject({ state: 'gap', text: { ja: '' } });
    scene.say({ kind: 'action.blocked', body: { action: 'P-01.T5.1', note: { text: 'LANの口に手が届かない' } } });
    expect(ja(scene.draft(), 'course')).not.toContain('対応：');
  });

  it('says a number of people that is only bounded without contradicting itself [DRAFT-02]', () => {
    const scene = begin(31);
    scene.say(facts({ subjectsMax: { min: 1001 } }));
    expect(ja(scene.draft(), 'count')).toBe('本人の最大数：少なくとも1,001人（確定していません）');
  });

  it('calls the report of a drill a drill, wherever it is copied to [DRAFT-01]', () => {
    const scene = openScene(32);
    scene.say({ ...reported, body: { ...reported.body, drill: true } });
    const text = plainDraft(scene.form('F-01'), wordsOfDraft(scene.draft(), 'ja'), 'preliminary');
    expect(text).toContain('速報（訓練。提出しません）');
  });
});
