import type { Facts, Known } from '../facts/fact.ts';
import type { Text } from '../knowledge/text.ts';

/** From the mildest to the worst. */
export const severityLevels = ['L0', 'L1', 'L2', 'L3', 'L4'] as const;

export type SeverityLevel = (typeof severityLevels)[number];

/** What the scale looks at: recorded facts with what follows from them, and what the record says about the spread. */
export type SeverityView = {
  readonly facts: Facts;
  /** Facts that were asked and that nobody knows yet. */
  readonly parked: readonly string[];
  /** Departments that see the same signs, and those where nobody knows. */
  readonly places: { readonly symptoms: number; readonly unknown: number };
  /** Answers to the branch questions of the plans. */
  readonly branches: Readonly<Record<string, 'yes' | 'no' | 'unknown'>>;
  /** An incident was reported: something has happened, or may have. */
  readonly reported: boolean;
};

export type SeverityReason = { readonly level: SeverityLevel; readonly text: Text; readonly why: 'fact' | 'not-known' };

export type SeveritySuggestion = {
  readonly level: SeverityLevel;
  readonly reasons: readonly SeverityReason[];
  /** Raised by one level because something that could raise it is not known. */
  readonly raised: boolean;
};

type Sign = {
  readonly level: SeverityLevel;
  readonly text: Text;
  /** yes, no, or not known; `asked` where somebody said that nobody knows. */
  readonly holds: (view: SeverityView) => 'yes' | 'no' | 'open' | 'asked';
};

const has = (known: Known | undefined, member: string): 'yes' | 'no' | 'open' => {
  if (known === undefined || known === null) return 'open';
  if (Array.isArray(known)) return known.includes(member) ? 'yes' : 'no';
  if (typeof known !== 'object') return 'open';
  if ('has' in known && known.has?.includes(member)) return 'yes';
  return 'not' in known && known.not?.includes(member) ? 'no' : 'open';
};

const yesNo =
  (fact: string): Sign['holds'] =>
  ({ facts, parked }) =>
    facts[fact] === true ? 'yes' : facts[fact] === false ? 'no' : parked.includes(fact) ? 'asked' : 'open';

const rangeOf = (known: Known | undefined): { readonly min?: number; readonly max?: number } =>
  typeof known === 'number'
    ? { min: known, max: known }
    : typeof known === 'object' && known !== null && !Array.isArray(known) && ('min' in known || 'max' in known)
      ? known
      : {};

/** The number of people, counted or at most: whichever answer says more counts. */
const atLeast =
  (count: number): Sign['holds'] =>
  ({ facts, parked }) => {
    const [most, counted] = [rangeOf(facts.subjectsMax), rangeOf(facts.subjects)];
    if ([most.min, most.max, counted.min, counted.max].some((n) => (n ?? 0) >= count)) return 'yes';
    if (most.max !== undefined || counted.max !== undefined) return 'no';
    return parked.includes('subjectsMax') || parked.includes('subjects') ? 'asked' : 'open';
  };

const attack =
  (kind: string): Sign['holds'] =>
  ({ facts, parked }) => {
    const found = has(facts.attackType, kind);
    return found === 'open' && parked.includes('attackType') ? 'asked' : found;
  };

const eitherOf =
  (...all: readonly Sign['holds'][]): Sign['holds'] =>
  (view) => {
    const found = all.map((holds) => holds(view));
    return (['yes', 'asked', 'open'] as const).find((v) => found.includes(v)) ?? 'no';
  };

/** Whether several departments see the same: the sweep says it, else the branch of the plan. */
const severalDepartments: Sign['holds'] = ({ places, branches }) => {
  if (places.symptoms >= 2 || branches['P-01.B1'] === 'yes') return 'yes';
  if (places.unknown > 0 || branches['P-01.B1'] === 'unknown') return 'asked';
  return branches['P-01.B1'] === 'no' ? 'no' : 'open';
};

/** How far it spread was asked and nobody knows: reason enough for L2. */
const spreadUnknown: Sign['holds'] = (view) => (severalDepartments(view) === 'asked' ? 'asked' : 'no');

/** The product's scale, most severe first. Any one sign is enough; no gut feeling. Product scale of the knowledge dossier, section 7. */
const signs: readonly Sign[] = [
  {
    level: 'L4',
    text: { ja: '身代金などの要求がある', en: 'There is a demand for money' },
    holds: eitherOf(attack('ransomware'), yesNo('extortionDemand')),
  },
  { level: 'L4', text: { ja: '1,000人以上の情報に関わる', en: '1,000 people or more are concerned' }, holds: atLeast(1000) },
  {
    level: 'L4',
    text: { ja: '人の命や、電気・交通・医療などに関わる', en: 'Lives, power, transport or care are touched' },
    holds: eitherOf(yesNo('criticalServicesAffected'), yesNo('affectsPeersOrSociety')),
  },
  {
    level: 'L3',
    text: { ja: '個人の情報に関わるおそれ', en: 'Personal data may be concerned' },
    holds: eitherOf(yesNo('personalDataInvolved'), yesNo('personalInfoInvolved')),
  },
  {
    level: 'L3',
    text: { ja: '会社の秘密が漏れたおそれ', en: 'Confidential information may have leaked' },
    holds: yesNo('confidentialInfoLeak'),
  },
  { level: 'L3', text: { ja: 'お金の被害がある', en: 'Money was lost' }, holds: yesNo('moneyLoss') },
  { level: 'L3', text: { ja: '会社の外に被害が出ている', en: 'People outside are harmed' }, holds: yesNo('outsideHarm') },
  { level: 'L3', text: { ja: '2つ以上の部署で起きている', en: 'Two or more departments are concerned' }, holds: severalDepartments },
  { level: 'L2', text: { ja: 'サービスや仕事が止まった、遅れた', en: 'A service or work is down or slow' }, holds: yesNo('serviceDown') },
  {
    level: 'L2',
    text: { ja: '外の者が入った', en: 'An outsider got in' },
    holds: eitherOf(attack('unauthorizedAccess'), attack('webDefacement')),
  },
  { level: 'L2', text: { ja: 'どこまで広がっているか分からない', en: 'How far it spread is not known' }, holds: spreadUnknown },
];

/**
 * Proposes a level from what is known; a person sets it. "Not known" raises by one level: to L2 and L3 as soon as a sign of
 * that level is not settled as absent, to L4 only where somebody asked and nobody knows.
 */
export const suggestSeverity = (view: SeverityView): SeveritySuggestion => {
  const found = signs.map((sign) => ({ ...sign, holds: sign.holds(view) }));
  const facts = found.filter((s) => s.holds === 'yes');
  const base = facts[0]?.level ?? (view.reported ? 'L1' : 'L0');
  const next = severityLevels[severityLevels.indexOf(base) + 1];
  const open =
    next === undefined || base === 'L0'
      ? []
      : found.filter((s) => s.level === next && (s.holds === 'asked' || (next !== 'L4' && s.holds === 'open')));
  const level = open.length > 0 && next ? next : base;
  return {
    level,
    raised: open.length > 0,
    reasons: [
      ...facts.filter((s) => s.level === base).map((s) => ({ level: s.level, text: s.text, why: 'fact' as const })),
      ...open.map((s) => ({ level: s.level, text: s.text, why: 'not-known' as const })),
    ],
  };
};
