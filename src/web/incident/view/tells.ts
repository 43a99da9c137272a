import { type Body, contactLabel, deskLabel, type Kind, latest, type PartRef, stepLabel, type Text } from '../../../core/index.ts';
import { messages, severityWords } from '../messages.ts';
import type { IncidentSetting } from '../setting.ts';
import { sayKnownFact } from './say-fact.ts';
import { t } from '../../text.ts';
import { isZone } from '../../../app/index.ts';
import { sayZone } from '../../duties/view/say-date.ts';

const states = {
  symptoms: t('症状あり', 'sees symptoms'),
  none: t('症状なし', 'no symptoms'),
  'not-asked': t('まだ聞いていない', 'not asked yet'),
  unknown: t('わからない', 'not known'),
} as const;
const toldStates = {
  told: t('知らせた', 'told'),
  'not-yet': t('まだ知らせていない', 'not told yet'),
  'not-needed': t('知らせなくてよい', 'need not be told'),
} as const;
const answers = { yes: messages.yes, no: messages.no, unknown: messages.unknown } as const;

/** What the words of an entry are taken from. */
export type Names = Pick<IncidentSetting, 'knowledge' | 'response' | 'say' | 'lang' | 'zone' | 'now' | 'incident' | 'parts' | 'wordsOf'>;

type Teller = {
  readonly setting: Names;
  readonly w: (ref: PartRef | undefined) => string;
  readonly opt: (label: Text, ref: PartRef | undefined) => readonly string[];
};

/** What an entry needs to say itself: words where they stand, else why they do not. */
export const tellerOf = (setting: Names): Teller => {
  const { wordsOf, parts, say } = setting;
  const w = (ref: PartRef | undefined): string => {
    if (!ref) return '';
    const part = parts.get(ref.part);
    return wordsOf(ref) ?? say(part && 'erased' in part ? messages.erasedWords : messages.withheldWords);
  };
  const colon = setting.lang === 'ja' ? '：' : ': ';
  return { setting, w, opt: (label, ref) => (ref ? [`${say(label)}${colon}${w(ref)}`] : []) };
};

const note = t('メモ', 'Note');
const reason = t('理由', 'Reason');

type Tell = (teller: Teller, body: never) => { readonly text: string; readonly details?: readonly string[] };
const tell =
  <K extends Kind>(
    _kind: K,
    say: (teller: Teller, body: Body<K>) => { readonly text: string; readonly details?: readonly string[] },
  ): Tell =>
  (teller, body) =>
    say(teller, body as Body<K>);

/** A zone that this browser does not know keeps its own name. */
const zoneOf = ({ setting: { lang, now } }: Teller, zone: string): string => (isZone(zone) ? sayZone(zone, lang, now) : zone);

const stepOf = ({ setting: { response, say } }: Teller, id: string): string => {
  const label = stepLabel(id, response);
  return label ? say(label) : id;
};

const dutyOf = ({ setting: { knowledge, say } }: Teller, id: string): string => {
  const rule = knowledge.base.rules.find((r) => r.id === id);
  return rule ? say(rule.label) : id;
};

const stageOf = ({ setting: { knowledge, say } }: Teller, id: string, stage: string | undefined): string => {
  const found = knowledge.base.rules.find((r) => r.id === id)?.stages.find((s) => s.id === stage);
  return found ? say(found.label) : (stage ?? '');
};

const contactOf = ({ setting: { incident, response, knowledge, say }, w }: Teller, id: string): string => {
  const { directory } = response;
  const label = contactLabel(id, { knowledge, directory, incident, wordsOf: (ref) => ref && w(ref) }) ?? deskLabel(id, response);
  return label ? say(label) : id;
};

const factLines = ({ setting }: Teller, facts: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.entries(facts).map(([fact, value]) => sayKnownFact(fact, value, setting));

const oneOrMore = (
  teller: Teller,
  lines: readonly string[],
  ja: string,
  en: string,
): { readonly text: string; readonly details: readonly string[] } =>
  lines.length === 1
    ? { text: lines[0] as string, details: [] }
    : { text: teller.setting.say(t(`${ja} ${lines.length}件`, `${en} (${lines.length})`)), details: lines };

/** How each kind of entry says itself; a kind without one is named as it is. */
export const tells: Readonly<Partial<Record<Kind, Tell>>> = {
  'incident.reported': tell('incident.reported', (x, b) => {
    const playbook = x.setting.response.playbooks.find((p) => p.id === b.playbook);
    const what = b.text ? x.w(b.text) : playbook ? x.setting.say(playbook.title) : '';
    const text = what ? x.setting.say(t(`第一報「${what}」`, `First report: “${what}”`)) : x.setting.say(t('第一報', 'First report'));
    return { text, details: factLines(x, b.facts ?? {}) };
  }),
  'incident.named': tell('incident.named', (x, b) => ({
    text: x.setting.say(t(`呼び名を「${x.w(b.name)}」にした`, `Named it “${x.w(b.name)}”`)),
  })),
  'incident.zone-set': tell('incident.zone-set', (x, b) => ({
    text: x.setting.say(t(`この件の時刻を、${zoneOf(x, b.zone)}にした`, `Set its clock to ${zoneOf(x, b.zone)}`)),
  })),
  'incident.closed': tell('incident.closed', (x, b) => ({
    text: x.setting.say(t('この件を終了した', 'Closed the incident')),
    details: x.opt(note, b.note),
  })),
  'incident.reopened': tell('incident.reopened', (x, b) => ({
    text: x.setting.say(t('この件を再開した', 'Reopened the incident')),
    details: x.opt(reason, b.reason),
  })),
  'playbook.added': tell('playbook.added', (x, b) => {
    const found = x.setting.response.playbooks.find((p) => p.id === b.playbook);
    const title = found ? x.setting.say(found.title) : b.playbook;
    return { text: x.setting.say(t(`手引き「${title}」を足した`, `Added the guide “${title}”`)) };
  }),
  'person.introduced': tell('person.introduced', (x, b) => ({
    text: x.setting.say(t(`${x.w(b.name)} が加わった`, `${x.w(b.name)} joined`)),
    details: b.desk ? [x.w(b.desk)] : [],
  })),
  'facts.recorded': tell('facts.recorded', (x, b) => {
    const { text, details } = oneOrMore(x, factLines(x, b.facts), 'わかったこと', 'What is known');
    return { text, details: [...details, ...x.opt(note, b.note)] };
  }),
  'facts.corrected': tell('facts.corrected', (x, b) => {
    const { text, details } = oneOrMore(x, factLines(x, b.facts), '答えの訂正', 'Answers corrected');
    const lead = x.setting.say(t('訂正：', 'Correction: '));
    return { text: details.length > 0 ? text : `${lead}${text}`, details: [...details, ...x.opt(reason, b.reason)] };
  }),
  'severity.set': tell('severity.set', (x, b) => ({
    text: x.setting.say(messages.severity(b.level, x.setting.say(severityWords[b.level]))),
    details: x.opt(reason, b.reason),
  })),
  'situation.stated': tell('situation.stated', (x, b) => ({
    text: x.setting.say(t('状況のまとめを書いた', 'Stated the situation')),
    details: [...x.opt(messages.conditions, b.conditions), ...x.opt(messages.actions, b.actions), ...x.opt(messages.needs, b.needs)],
  })),
  'note.added': tell('note.added', (x, b) => {
    const pictures = b.pictures?.length ?? 0;
    const fallback = x.setting.say(pictures > 0 ? t('写真', 'Photo') : note);
    return { text: b.text ? x.w(b.text) : fallback };
  }),
  'entry.withdrawn': tell('entry.withdrawn', (x, b) => ({
    text: x.setting.say(t('記録を1つ取り下げた', 'Took an entry back')),
    details: x.opt(reason, b.reason),
  })),
  'entry.corrected': tell('entry.corrected', (x, b) => ({
    text: b.text
      ? x.setting.say(t(`訂正：${x.w(b.text)}`, `Correction: ${x.w(b.text)}`))
      : x.setting.say(t('時刻の訂正', 'Time corrected')),
    details: x.opt(reason, b.reason),
  })),
  'action.done': tell('action.done', (x, b) => {
    return {
      text: stepOf(x, b.action),
      details: [x.setting.say(t(`できた・手順 ${b.action}`, `Done, step ${b.action}`)), ...x.opt(note, b.note)],
    };
  }),
  'action.blocked': tell('action.blocked', (x, b) => {
    const title = stepOf(x, b.action);
    return {
      text: x.setting.say(t(`できない：${title}`, `Cannot be done: ${title}`)),
      details: [x.setting.say(t(`手順 ${b.action}`, `Step ${b.action}`)), ...x.opt(note, b.note)],
    };
  }),
  'branch.answered': tell('branch.answered', (x, b) => {
    const branch = x.setting.response.playbooks.flatMap((p) => p.phases.flatMap((ph) => ph.branches)).find((o) => o.id === b.branch);
    const question = branch ? x.setting.say(branch.question) : b.branch;
    return { text: `${question} → ${x.setting.say(answers[b.answer])}` };
  }),
  'place.listed': tell('place.listed', (x, b) => ({
    text: x.setting.say(t(`部署・拠点「${x.w(b.name)}」を並べた`, `Listed the place “${x.w(b.name)}”`)),
  })),
  'place.asked': tell('place.asked', (x, b) => {
    const place = latest(Object.hasOwn(x.setting.incident.places, b.place) ? x.setting.incident.places[b.place]?.name : undefined)?.value;
    const name = place ? x.w(place) : x.setting.say(t('部署・拠点', 'Place'));
    return {
      text: `${name}${x.setting.lang === 'ja' ? '：' : ': '}${x.setting.say(states[b.state])}`,
      details: [...x.opt(t('聞いた人', 'Told by'), b.toldBy), ...x.opt(note, b.note)],
    };
  }),
  'contact.listed': tell('contact.listed', (x, b) => ({
    text: x.setting.say(t(`知らせる相手「${x.w(b.name)}」を並べた`, `Listed a contact: ${x.w(b.name)}`)),
  })),
  'contact.told': tell('contact.told', (x, b) => ({
    text: `${contactOf(x, b.contact)}${x.setting.lang === 'ja' ? '：' : ': '}${x.setting.say(toldStates[b.state])}`,
    details: [...x.opt(t('知らせた人', 'Told by'), b.toldBy), ...x.opt(note, b.note)],
  })),
  'notice.amended': tell('notice.amended', (x, b) => ({ text: x.setting.say(t(`お知らせ ${b.form} を書いた`, `Wrote notice ${b.form}`)) })),
  'notice.issued': tell('notice.issued', (x, b) => ({ text: x.setting.say(t(`お知らせ ${b.form} を出した`, `Issued notice ${b.form}`)) })),
  'draft.amended': tell('draft.amended', (x, b) => ({ text: x.setting.say(t(`下書き ${b.form} を直した`, `Amended draft ${b.form}`)) })),
  'filing.approved': tell('filing.approved', (x, b) => ({
    text: x.setting.say(
      t(
        `承認：${dutyOf(x, b.obligation)} ${stageOf(x, b.obligation, b.stage)}`,
        `Approved: ${dutyOf(x, b.obligation)}, ${stageOf(x, b.obligation, b.stage)}`,
      ),
    ),
  })),
  'filing.filed': tell('filing.filed', (x, b) => ({
    text: x.setting.say(
      t(
        `提出：${dutyOf(x, b.obligation)} ${stageOf(x, b.obligation, b.stage)}`,
        `Filed: ${dutyOf(x, b.obligation)}, ${stageOf(x, b.obligation, b.stage)}`,
      ),
    ),
    details: x.opt(t('受付', 'Receipt'), b.receipt),
  })),
  'obligation.waived': tell('obligation.waived', (x, b) => ({
    text: x.setting.say(
      t(
        `出さないと決めた：${dutyOf(x, b.obligation)} ${stageOf(x, b.obligation, b.stage)}`,
        `Decided not to report: ${dutyOf(x, b.obligation)} ${stageOf(x, b.obligation, b.stage)}`,
      ),
    ),
    details: [...x.opt(reason, b.reason), ...x.opt(t('決めた人', 'Decided by'), b.decidedBy), b.decidedOn],
  })),
  'evidence.added': tell('evidence.added', (x, b) => ({
    text: x.setting.say(t(`証拠「${x.w(b.label)}」を残した`, `Kept evidence: ${x.w(b.label)}`)),
    details: [
      ...(b.originalHash ? [`SHA-256 ${x.w(b.originalHash).slice(0, 4)}…${x.w(b.originalHash).slice(-2)}`] : []),
      ...x.opt(t('保管', 'Held by'), b.holder),
    ],
  })),
  'custody.transferred': tell('custody.transferred', (x, b) => ({
    text: x.setting.say(t(`証拠を ${x.w(b.to)} に渡した`, `Evidence handed to ${x.w(b.to)}`)),
    details: x.opt(note, b.note),
  })),
  'part.erased': tell('part.erased', (x, b) => ({
    text: x.setting.say(t(`ことばを消した（${b.parts.length}か所）`, `Erased words (${b.parts.length})`)),
  })),
};
