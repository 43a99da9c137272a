import type { FactDef, FactId } from '../facts/fact.ts';
import type { DutyKnowledge, Recipient } from '../knowledge/bundle.ts';
import type { Text } from '../knowledge/text.ts';
import type { Convention } from '../time/convention.ts';
import { addDays } from '../time/temporal.ts';
import { type Agreement, type AgreementKnowledge, type AgreementTrigger, agreementName } from './agreement.ts';
import type { Cond, Rule } from './rule.ts';

const anyIncident: Cond = { op: 'all', of: [] };

const sayWith = (text: Text, party: Text): Text => ({
  ja: text.ja.replace('{party}', party.ja),
  en: text.en.replace('{party}', party.en),
});

const triggersOf = ({ triggers }: AgreementKnowledge, agreement: Agreement): readonly (AgreementTrigger | undefined)[] =>
  agreement.triggers.map((id) => triggers.find((t) => t.id === id));

const partyOf = ({ sides }: AgreementKnowledge, { party, side }: Agreement): Text =>
  party === undefined ? (sides.find((s) => s.id === side)?.label ?? { ja: '契約の相手', en: 'The other party' }) : { ja: party, en: party };

/** Whether this party's own things are concerned: one question for each agreement that hangs on it. */
const factOf = (knowledge: AgreementKnowledge, agreement: Agreement, group: string): FactDef | undefined => {
  const asking = triggersOf(knowledge, agreement).find((t) => t?.asks === 'party');
  if (!asking?.question) return undefined;
  const party = partyOf(knowledge, agreement);
  return {
    id: agreementName(agreement.id),
    kind: 'yes-no',
    question: sayWith(asking.question, party),
    ...(asking.help && { help: sayWith(asking.help, party) }),
    who: 'business',
    effort: 2,
    group,
  };
};

const conditionOf = (knowledge: AgreementKnowledge, agreement: Agreement): Cond => {
  const cite = agreement.clause ?? knowledge.cite;
  const asked = (fact: FactId): Cond => ({ op: 'test', fact, rel: 'is', value: true, cite });
  const of = triggersOf(knowledge, agreement).map((trigger): Cond => {
    if (!trigger) return anyIncident;
    const { label, when, asks } = trigger;
    return { op: 'all', of: [when, ...(asks === 'party' ? [asked(agreementName(agreement.id))] : [])], cite, label };
  });
  return of.length === 1 ? (of[0] as Cond) : { op: 'any', of, cite };
};

const conventionOf = ({ within, word, firstDay = 'counts' }: Agreement): Convention => {
  if (!within) return { unit: 'none', word: word ?? 'by-contract' };
  if (within.unit === 'hours') return { unit: 'hours', n: within.n };
  if (within.unit === 'open-days') return { unit: 'openDays', n: within.n };
  // A contract that says nothing of days off does not move: the earlier date.
  return { unit: 'days', n: within.n, firstDay, roll: 'none' };
};

const caveats = {
  counted: {
    ja: '契約では、確かめた時から数えます。ここでは、早いほう（気づいた時）から数えています。',
    en: 'The contract counts from confirmation. Here the earlier moment is used: when it was noticed.',
  },
  firstDay: {
    ja: '初日を数えるか、契約の言葉を確かめてください。早いほうで数えています。',
    en: 'Check in the contract whether the first day counts. The earlier date is shown.',
  },
  openDays: {
    ja: '営業日は、役所の休みの日で数えています。契約の相手の休みを確かめてください。',
    en: 'Working days are counted by the closed days of public offices. Check those of the other party.',
  },
  disputed: {
    ja: '別々の端末で、違う内容が書かれています。契約書を確かめてください。',
    en: 'It was written down differently on different devices. Look at the contract.',
  },
  consent: {
    ja: '公表や、ほかの業者への依頼の前に、この相手の同意が要ります。',
    en: 'This party must agree before you publish anything or call in other firms.',
  },
} as const satisfies Readonly<Record<string, Text>>;

const caveatsOf = ({ within, firstDay, countsFrom, consentFirst, disputed }: Agreement): readonly Text[] => [
  ...(consentFirst ? [caveats.consent] : []),
  ...(countsFrom === 'confirmed' ? [caveats.counted] : []),
  ...(within?.unit === 'open-days' ? [caveats.openDays] : []),
  ...(disputed ? [caveats.disputed] : []),
  ...(within?.unit === 'days' && firstDay === undefined ? [caveats.firstDay] : []),
];

const ruleOf = (knowledge: AgreementKnowledge, agreement: Agreement, zone: string): Rule => {
  const { id, clause = knowledge.cite, way, enteredOn, until } = agreement;
  const party = partyOf(knowledge, agreement);
  return {
    id: agreementName(id),
    instrument: 'own.agreement',
    label: { ja: `${party.ja}への契約上の連絡`, en: `Contract notice to ${party.en}` },
    level: 'contractual',
    cite: clause,
    // An agreement binds from before it was entered here: what it began on is not known, so it is never too early.
    from: '2000-01-01',
    ...(until !== undefined && { until: addDays(until, 1) }),
    calendar: knowledge.calendar,
    zone,
    recipients: [{ to: agreementName(id), why: { ja: '契約で、知らせる約束をしています。', en: 'You promised this by contract.' } }],
    when: conditionOf(knowledge, agreement),
    stages: [
      {
        id: 'notice',
        label: { ja: '連絡', en: 'Notice' },
        closes: true,
        choices: [
          {
            start: 'knownAt',
            convention: conventionOf(agreement),
            strength: 'contract',
            cite: clause,
            grade: 'H',
          },
        ],
      },
    ],
    sources: [{ text: clause, readOn: enteredOn, checked: null, grade: 'H' }],
    how: way === undefined ? { ja: '契約書の連絡先に知らせます。', en: 'Tell the contact named in the contract.' } : { ja: way, en: way },
    caveats: caveatsOf(agreement),
  };
};

const recipientOf = (knowledge: AgreementKnowledge, agreement: Agreement): Recipient => ({
  id: agreementName(agreement.id),
  label: partyOf(knowledge, agreement),
});

/**
 * The knowledge with the organisation's agreements among its rules, so that they are decided, dated, asked and filed like
 * any other. Without agreements it is the same knowledge.
 */
export const withAgreements = <K extends DutyKnowledge>(knowledge: K, agreements: readonly Agreement[], zone: string): K => {
  if (agreements.length === 0) return knowledge;
  const own = knowledge.agreements;
  return {
    ...knowledge,
    facts: [...knowledge.facts, ...agreements.flatMap((a) => factOf(own, a, 'certification') ?? [])],
    recipients: [...knowledge.recipients, ...agreements.map((a) => recipientOf(own, a))],
    base: { ...knowledge.base, rules: [...knowledge.base.rules, ...agreements.map((a) => ruleOf(own, a, zone))] },
  };
};
