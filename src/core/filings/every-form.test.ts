import { describe, expect, it } from 'vitest';
import { dutiesOf as dutyPart, responseOf } from '../../build/load-knowledge.ts';
import { knowledge } from '../../../test/support/knowledge.ts';
import { openDevice, reported } from '../../../test/support/pens.ts';
import { openScene, type Scene } from '../../../test/support/scene.ts';
import type { DraftField, FilingDraft } from './draft.ts';
import { draftOf } from './draft-of.ts';
import type { Form } from './form.ts';
import { lockedEmpty, noticeFormOf, noticeGaps, type NoticeForm, sayNotice } from './notice.ts';

const drafted = knowledge.forms.filter((f) => f.kind !== 'notice');
const stagesOf = (form: Form) => (form.stages ?? []).map((s) => [form.id, s.id] as const);
const formOf = (id: string): Form => knowledge.forms.find((f) => f.id === id) as Form;
const draft = (scene: Scene, form: string, stage: string): FilingDraft => draftOf(formOf(form), stage, scene.setting());
const field = (d: FilingDraft, id: string): DraftField => d.fields.find((f) => f.field.id === id) as DraftField;

describe('the forms as data', () => {
  it('are eighteen, F-01 to F-18; the common forms are three, the notifications to IPA two [FORM-01]', () => {
    const numbers = [...new Set(knowledge.forms.map((f) => f.id.split('.')[0]))].sort();
    expect(numbers).toEqual(Array.from({ length: 18 }, (_, i) => `F-${String(i + 1).padStart(2, '0')}`));
    expect(knowledge.forms.map((f) => f.id).filter((id) => id.includes('.'))).toEqual([
      'F-03.access',
      'F-03.virus',
      'F-05.ddos',
      'F-05.other',
      'F-05.ransomware',
    ]);
  });

  it('use every section that they name, and no question twice [FORM-01]', () => {
    for (const { id, sections, fields } of knowledge.forms) {
      expect(
        sections.filter((s) => !fields.some((f) => f.section === s.id)).map((s) => s.id),
        id,
      ).toEqual([]);
      const labels = fields.map((f) => f.label.ja);
      expect(
        labels.filter((l, i) => labels.indexOf(l) !== i),
        id,
      ).toEqual([]);
    }
  });

  it('say 「調査中」 only in forms whose source lets parts follow later, or that stay with us [FORM-02]', () => {
    const waiting = knowledge.forms.filter((f) => f.kind === 'filing' && f.fields.some((x) => x.mayWait?.length)).map((f) => f.id);
    expect(waiting).toEqual(['F-01', 'F-06', 'F-16']);
    expect(
      formOf('F-01')
        .fields.flatMap((f) => f.mayWait ?? [])
        .every((s) => s === 'preliminary'),
    ).toBe(true);
    expect(formOf('F-06').fields.flatMap((f) => f.mayWait ?? [])).not.toContain('phased-information');
  });

  it('give no length that no source gives [FORM-02]', () => {
    expect(knowledge.forms.flatMap((f) => f.fields.filter((x) => x.limit))).toEqual([]);
  });

  it('let the common forms meet no duty by themselves: each recipient is filed with apart [FORM-03]', () => {
    for (const id of ['F-05.ransomware', 'F-05.ddos', 'F-05.other']) {
      const form = formOf(id);
      expect(form.obligations, id).toBeUndefined();
      expect(form.usableFor, id).toContain('police-consult');
      expect(
        form.fields.filter((f) => f.required),
        id,
      ).toEqual([]);
    }
    expect(formOf('F-05.ransomware').usableFor).toContain('appi-ppc-report');
    expect(formOf('F-05.ddos').usableFor).not.toContain('appi-ppc-report');
  });

  it('stay out of what a phone needs to decide, and off the incident page until they have a screen there [FORM-04]', () => {
    expect(responseOf(knowledge).forms.map((f) => f.id)).toEqual(['F-01', 'F-08', 'F-09']);
    expect(Object.keys(dutyPart(knowledge))).not.toContain('forms');
  });
});

describe('a draft of any form', () => {
  it.each(drafted.flatMap(stagesOf))('%s %s claims nothing where nothing is known [FORM-05]', (form, stage) => {
    const { fields } = draft(openScene(31), form, stage);
    const filled = fields.filter((f) => f.state === 'filled');
    expect(filled.flatMap((f) => f.field.from ?? []).every((o) => o === 'record.stage' || o === 'record.name')).toBe(true);
    for (const { field, state, text } of fields)
      if (state === 'under-investigation') {
        expect(field.mayWait, field.id).toContain(stage);
        expect(text.ja).toMatch(/調査中|決まっていません/);
      }
    expect(fields.filter((f) => f.state !== 'filled').flatMap((f) => f.text.ja)).not.toContainEqual(
      expect.stringMatching(/ありません。|なし/),
    );
  });

  it.each(drafted.flatMap(stagesOf))('%s %s says of a drill that it is one [FORM-05]', (form, stage) => {
    const scene = openScene(32);
    scene.say({ ...reported, body: { ...reported.body, drill: true } } as typeof reported);
    expect(draft(scene, form, stage).fields.some((f) => f.text.ja.includes('訓練'))).toBe(true);
  });

  it('fills each form from the same answers, in the language its recipient reads [FORM-05]', () => {
    const scene = openScene(33);
    scene.say(reported);
    scene.say({
      kind: 'facts.recorded',
      body: {
        facts: {
          knownAt: '2026-11-20T18:30:00+09:00',
          attackType: ['ransomware'],
          eventType: ['damage'],
          occurred: true,
          damageKind: 'ransomwareEncryption',
          personalDataInvolved: true,
          subjectsMax: 1200,
          dataItems: ['name'],
          sensitiveInfo: false,
          serviceDown: true,
          ncoShareConsent: false,
        },
      },
    } as never);
    expect(field(draft(scene, 'F-05.ransomware', 'first'), 'type').text.ja).toContain('暗号化あり');
    expect(field(draft(scene, 'F-05.ransomware', 'first'), 'consent').text.ja).toBe('共有に同意しません。');
    expect(field(draft(scene, 'F-05.ransomware', 'first'), 'personal-data').text.ja).toContain('1,200人');
    expect(field(draft(scene, 'F-02', 'notice'), 'category').text.ja).toBe('その他（マルウエア感染）');
    expect(field(draft(scene, 'F-03.access', 'notice'), 'damage').text.ja).toContain('暗号化');
    expect(field(draft(scene, 'F-04', 'final'), 'outline').text.ja).toBe('個人情報が毀損しました。');
    expect(field(draft(scene, 'F-06', 'notify'), 'nature').text.en).toBe('Personal data was altered or became unavailable.');
    expect(field(draft(scene, 'F-06', 'notify'), 'aware-at').text.en).toContain('First noticed: 2026-11-20 (Fri) 18:30');
    expect(field(draft(scene, 'F-16', 'notice'), 'items').text.ja).toBe('氏名。要配慮個人情報は含みません。');
    expect(field(draft(scene, 'F-16', 'notice'), 'secondary').text.ja).toBe('調査中です。');
  });

  it('leaves what the recipient did not allow to wait as a gap, with who can say [FORM-05]', () => {
    const pmark = field(draft(openScene(34), 'F-04', 'preliminary'), 'count');
    expect(pmark).toMatchObject({ state: 'gap', text: { ja: '' }, missing: [{ who: 'business' }, { who: 'business' }] });
    expect(field(draft(openScene(34), 'F-02', 'notice'), 'course').state).toBe('optional-empty');
  });

  it('brings the lists of the record: name, cases, level, departments, proof, decisions, dates [FORM-06]', () => {
    const scene = openScene(35);
    scene.say({ ...reported, body: { ...reported.body, playbook: 'P-01' } } as typeof reported);
    const uuid = (n: number): string => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;
    scene.say({ kind: 'incident.named', body: { name: { text: '営業部のPC' } } } as never);
    scene.say({ kind: 'severity.set', body: { level: 'L3' } } as never);
    scene.say({ kind: 'place.listed', body: { place: uuid(1), name: { text: '経理部' } } } as never);
    scene.say({ kind: 'place.listed', body: { place: uuid(2), name: { text: '倉庫' } } } as never);
    scene.say({ kind: 'place.asked', body: { place: uuid(1), state: 'symptoms' } } as never);
    scene.say({ kind: 'evidence.added', body: { evidence: uuid(3), label: { text: '画面の写真' }, holder: { text: '佐藤' } } } as never);
    scene.say({
      kind: 'obligation.waived',
      body: {
        obligation: 'jpcert-report',
        reason: { text: '相談で足りる' },
        decidedBy: { text: '田中' },
        decidedOn: '2026-11-20',
        bundle: knowledge.hash,
      },
    } as never);
    scene.say({ kind: 'situation.stated', body: { conditions: { text: '1台を切り離した' }, needs: { text: '遮断の判断' } } } as never);
    scene.say({
      kind: 'facts.recorded',
      body: {
        facts: {
          knownAt: '2026-11-20',
          personalDataInvolved: true,
          entityType: 'private',
          strongProtection: false,
          recoveredUnseen: false,
          eventType: ['leak'],
          occurred: true,
          sensitiveInfo: true,
        },
      },
    } as never);
    const handover = draft(scene, 'F-14', 'handover');
    expect(field(handover, 'name').text.ja).toBe('営業部のPC');
    expect(field(handover, 'severity').text.ja).toBe('L3');
    expect(field(handover, 'places').text.ja).toBe('・経理部：同じ症状がある\n・倉庫：まだ聞いていない');
    expect(field(handover, 'evidence').text.ja).toBe('・画面の写真（保管：佐藤）');
    expect(field(handover, 'conditions').text.ja).toBe('1台を切り離した');
    expect(field(handover, 'undecided').text.ja).toBe('遮断の判断');
    expect(field(handover, 'decisions').text.ja).toContain('を出さないと決めました。決めた人：田中。理由：相談で足りる');
    expect(field(handover, 'deadlines').text.ja).toContain('個人情報保護委員会への漏えい等報告');
    expect(field(draft(scene, 'F-11', 'first'), 'case').text.ja).toBe(knowledge.playbooks.find((p) => p.id === 'P-01')?.title.ja);
  });

  it('goes by the code name until people name the incident, and says no level that people set apart [FORM-06]', () => {
    const scene = openScene(36);
    scene.say(reported);
    expect(field(draft(scene, 'F-14', 'handover'), 'name').text.ja).toMatch(/^[^\s]{2,}$/);
    const level = () => field(draft(scene, 'F-14', 'handover'), 'severity');
    expect(level().state).toBe('optional-empty');
    scene.say({ kind: 'severity.set', body: { level: 'L2' } } as never);
    expect(level().text.ja).toBe('L2');
    scene.sayApart({ kind: 'severity.set', body: { level: 'L3' } } as never, openDevice(77));
    expect(level()).toMatchObject({ state: 'optional-empty', text: { ja: '' } });
    scene.say({ kind: 'situation.stated', body: { conditions: { text: '落ち着いた' } } } as never);
    scene.sayApart({ kind: 'situation.stated', body: { conditions: { text: '広がっている' } } } as never, openDevice(78));
    expect(field(draft(scene, 'F-14', 'handover'), 'conditions').state).toBe('gap');
  });
});

describe('the public statement F-10', () => {
  const notice = (text: string): NoticeForm => noticeFormOf(knowledge.forms, `F-10/${text}`) as NoticeForm;
  const context = { lang: 'ja', answersOf: () => [] } as const;
  const words = {
    organisation: '株式会社みなと商事',
    'organisation.ja': '株式会社みなと商事',
    'event.ja': '不正なアクセス',
    noticedAt: '2026-11-20T18:30:00+09:00',
    'confirmed.ja': '社内のサーバに外から入られました。',
    'services.ja': '受注システム',
    'please.ja': 'パスワードを変更してください。',
    personal: 'checking',
    response: 'cut police',
    'unknown.ja': '侵入の時期と、範囲',
    inquiry: 'going-on',
    'desk.ja': 'お客さま窓口',
    phone: '03-0000-0000',
    next: '2026-11-21T18:00:00+09:00',
  };

  it('goes out whole, names what is still looked into, the desk and the next one [FORM-07]', () => {
    expect(lockedEmpty(notice('first'), words, context)).toEqual([]);
    const said = sayNotice(notice('first'), words, 'ja');
    expect(said).toContain('現在調査中のこと\n侵入の時期と、範囲');
    expect(said).toContain('次に知らせる日時：2026年11月21日（土）18時00分');
    for (const key of ['unknown.ja', 'next', 'phone', 'desk.ja'])
      expect(lockedEmpty(notice('first'), { ...words, [key]: '' }, context), key).toContain(key);
  });

  it('comes as the final one only when the investigation is finished [FORM-07]', () => {
    const last = { ...words, 'result.ja': '弱いパスワード', 'prevention.ja': '多要素認証にします' };
    expect(lockedEmpty(notice('final'), last, context)).toContain('text:unsettled');
    expect(lockedEmpty(notice('final'), { ...last, inquiry: 'finished' }, context)).toEqual([]);
  });

  it.each(['影響はありません', '高度なサイバー攻撃を受けました', '海外グループの犯行です', 'ご安心ください'])(
    'never says 「%s」 [FORM-07]',
    (said) => {
      const gaps = noticeGaps(notice('first'), { ...words, 'confirmed.ja': said }, context);
      expect(gaps.some((g) => g.why === 'never')).toBe(true);
    },
  );
});
