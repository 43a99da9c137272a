import type { FactId } from '../facts/fact.ts';
import type { Text } from '../knowledge/text.ts';
import type { PartRef } from '../log/entry.ts';
import { latest } from '../log/register.ts';
import { missingIn, type Why } from '../obligations/evaluate.ts';
import { courseOf, measuresOf } from './course.ts';
import type { DraftSetting } from './draft.ts';
import type { Form, FormField, FormOrigin } from './form.ts';
import { contactNamed, noticeTitle, someoneOutside } from './labels.ts';
import { casesOf, conditionsOf, deadlinesOf, decisionsOf, evidenceOf, nameOf, needsOf, placesOf, severityOf } from './record-lists.ts';
import { nothing, type RecordText } from './record-text.ts';
import { sayFormal } from './say-values.ts';

const same = (words: string): Text => ({ ja: words, en: words });

const cardName = ({ organisation, wordsOf }: DraftSetting): RecordText => {
  const said = organisation?.name ?? [];
  const words = said.map((s) => wordsOf(s.value));
  const [first] = words;
  const entries = said.map((s) => s.entry);
  if (said.length === 0) return nothing;
  return first !== undefined && words.every((w) => w === first)
    ? { ...nothing, lines: first.trim() === '' ? [] : [same(first)], entries }
    : { ...nothing, entries, wordless: words.includes(undefined) };
};

const cardContact = ({ organisation, wordsOf }: DraftSetting): RecordText => {
  const contacts = Object.values(organisation?.contacts ?? {}).flatMap((register) => latest(register) ?? []);
  const chosen = contacts.find((c) => c.value.role === 'day') ?? contacts.find((c) => c.value.role === 'boss');
  if (!chosen) return nothing;
  const said = (ref: PartRef | undefined): readonly string[] => {
    const words = wordsOf(ref)?.trim();
    return words ? [words] : [];
  };
  const words = [...said(chosen.value.name), ...said(chosen.value.phone)];
  return words.length > 0 ? { ...nothing, lines: [same(words.join('　'))], entries: [chosen.entry] } : nothing;
};

/** What kind of report it is. That of a drill says so, wherever its text is copied to. */
const stageName = (form: Form, stage: string, { incident }: DraftSetting): RecordText => {
  const label = form.stages?.find((s) => s.id === stage)?.label;
  if (!label) return nothing;
  const drill: Text = { ja: `${label.ja}（訓練。提出しません）`, en: `${label.en} (drill, not to be filed)` };
  return { ...nothing, lines: [incident.drill ? drill : label] };
};

/** The receipts of the stages filed before this one. */
const receipts = (form: Form, stage: string, { incident, wordsOf }: DraftSetting): RecordText => {
  const stages = (form.stages ?? []).map((s) => s.id);
  const before = stages.slice(0, stages.indexOf(stage));
  const filings = incident.filings.filter(({ value }) => form.obligations?.includes(value.obligation) && before.includes(value.stage));
  const lines = filings.map(({ value }) => {
    const label = form.stages?.find((s) => s.id === value.stage)?.label ?? same(value.stage);
    const on = sayFormal(value.filedAt, incident.zone);
    const number = wordsOf(value.receipt);
    return {
      ja: `${label.ja}　${on.ja}${number ? `　受付番号 ${number}` : ''}`,
      en: `${label.en}, ${on.en}${number ? `, number ${number}` : ''}`,
    };
  });
  const wordless = filings.some(({ value }) => value.receipt && wordsOf(value.receipt) === undefined);
  return { ...nothing, lines, entries: filings.map((f) => f.entry), wordless };
};

const termsIn = (why: Why, terms: readonly string[]): readonly Why[] => {
  const own = 'term' in why.cond && why.cond.term !== undefined && terms.includes(why.cond.term) ? [why] : [];
  return [...own, ...why.kids.flatMap((kid) => termsIn(kid, terms))];
};

/** Which named conditions of the law hold, read off the decision itself. */
const rulesThatHold = (form: Form, field: FormField, { duties }: DraftSetting): RecordText => {
  const duty = duties.duties.find((d) => form.obligations?.includes(d.obligation.rule.id));
  const found = duty ? termsIn(duty.obligation.why, field.terms ?? []) : [];
  const lines = found
    .filter((why) => why.v === 2)
    .map(({ cond }): Text => {
      const label = 'label' in cond && cond.label ? cond.label : same('');
      return { ja: `${cond.cite ?? ''}（${label.ja}）`, en: `${cond.cite ?? ''} (${label.en})` };
    });
  const open = [...new Set(found.flatMap((why) => [...missingIn(why)]))];
  const none = found.length > 0 && found.every((why) => why.v === 0);
  const no: Text = { ja: 'どの号にもあたりません。', en: 'None of the items applies.' };
  return { ...nothing, lines: none ? [no] : lines, open, facts: duty && lines.length > 0 ? factsBehind(found) : [] };
};

const factsBehind = (found: readonly Why[]): readonly FactId[] => {
  const leaves = (why: Why): readonly FactId[] =>
    why.cond.op === 'test' ? [why.cond.fact] : why.kids.filter((k) => k.v === 2).flatMap(leaves);
  return [...new Set(found.filter((why) => why.v === 2).flatMap(leaves))];
};

const ways: Readonly<Record<string, Text>> = {
  phone: { ja: '電話', en: 'by phone' },
  mail: { ja: 'メール', en: 'by mail' },
  'web-form': { ja: 'ウェブの入力フォーム', en: 'by web form' },
  'in-person': { ja: '対面', en: 'in person' },
  post: { ja: '郵便', en: 'by post' },
  chat: { ja: 'チャット', en: 'by chat' },
};

/** Who outside was told, and what was filed elsewhere. */
const toldOutside = (form: Form, setting: DraftSetting): RecordText => {
  const { incident, knowledge } = setting;
  const told = Object.entries(incident.contacts).flatMap(([contact, line]) =>
    line.side === 'outside' ? line.told.filter((t) => t.value.state === 'told').map((t) => ({ contact, told: t })) : [],
  );
  const contacts = told.map(({ contact, told: { value, entry, saidAt } }) => {
    const { known, byHand } = contactNamed(contact, setting);
    const on = sayFormal(value.toldAt ?? saidAt, incident.zone);
    const way = value.way ? ways[value.way] : undefined;
    const say = (who: Text): Text => ({
      ja: `・${on.ja}　${who.ja}へ連絡しました${way ? `（${way.ja}）` : ''}。`,
      en: `- ${on.en}: told ${who.en}${way ? ` (${way.en})` : ''}.`,
    });
    return { line: say(known ?? someoneOutside), entry, ...(byHand && { candidate: { entry, text: say(byHand) } }) };
  });
  const filings = incident.filings
    .filter(({ value }) => !form.obligations?.includes(value.obligation))
    .map(({ value, entry }) => {
      const label = knowledge.base.rules.find((r) => r.id === value.obligation)?.label ?? same(value.obligation);
      const on = sayFormal(value.filedAt, incident.zone);
      return { line: { ja: `・${on.ja}　${label.ja}を提出しました。`, en: `- ${on.en}: filed: ${label.en}.` }, entry };
    });
  const all = [...contacts, ...filings];
  const candidates = contacts.flatMap((c) => c.candidate ?? []);
  return { ...nothing, lines: all.map((x) => x.line), entries: all.map((x) => x.entry), candidates };
};

const noticesOut = ({ incident, forms }: DraftSetting): RecordText => {
  const out = Object.values(incident.notices).flatMap((notice) => notice.issued.map((issued) => ({ form: notice.form, issued })));
  const lines = out.map(({ form, issued }): Text => {
    const title = noticeTitle(form, forms) ?? same(form);
    const on = sayFormal(issued.saidAt, incident.zone);
    return { ja: `・${on.ja}　「${title.ja}」を出しました。`, en: `- ${on.en}: issued "${title.en}".` };
  });
  return { ...nothing, lines, entries: out.map((o) => o.issued.entry) };
};

/** What one origin says. */
export const sayOrigin = (origin: FormOrigin, field: FormField, form: Form, stage: string, setting: DraftSetting): RecordText => {
  switch (origin) {
    case 'card.name':
      return cardName(setting);
    case 'card.contact':
      return cardContact(setting);
    case 'record.stage':
      return stageName(form, stage, setting);
    case 'record.receipt':
      return receipts(form, stage, setting);
    case 'record.rules':
      return rulesThatHold(form, field, setting);
    case 'record.course':
      return courseOf(form, stage, setting);
    case 'record.measures':
      return measuresOf(setting);
    case 'record.told':
      return toldOutside(form, setting);
    case 'record.notices':
      return noticesOut(setting);
    case 'record.name':
      return nameOf(setting);
    case 'record.cases':
      return casesOf(setting);
    case 'record.severity':
      return severityOf(setting);
    case 'record.places':
      return placesOf(setting);
    case 'record.conditions':
      return conditionsOf(setting);
    case 'record.needs':
      return needsOf(setting);
    case 'record.evidence':
      return evidenceOf(setting);
    case 'record.decisions':
      return decisionsOf(setting);
    case 'record.deadlines':
      return deadlinesOf(setting);
  }
};
