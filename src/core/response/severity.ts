import { closeFacts } from '../facts/close-facts.ts';
import type { FactId, Facts, Known } from '../facts/fact.ts';
import { disputedFacts } from '../filings/disputed-facts.ts';
import type { Text } from '../knowledge/text.ts';
import type { Incident } from '../log/incident.ts';
import type { Picture } from '../obligations/assess.ts';
import { evaluate, missingIn } from '../obligations/evaluate.ts';
import type { Implication } from '../obligations/rule.ts';
import { type SeverityLevel, type SeveritySign, severityLevels } from './severity-scale.ts';

type Seen = { readonly symptoms: number; readonly unknown: number };

/** What the scale looks at: recorded facts with what follows from them, and what the record says about the spread. */
export type SeverityView = {
  readonly facts: Facts;
  /** The same with each of the answers that people gave apart: the more severe of them leads. */
  readonly rivals: readonly Facts[];
  /** Facts that were asked and that nobody knows yet. */
  readonly parked: readonly FactId[];
  /** Departments that see the same signs and those where nobody knows: by what anyone said, and by what nobody disputes. */
  readonly places: Seen & { readonly undisputed: Seen };
  /** Answers to the branch questions of the plans: several where people answered apart. */
  readonly branches: Readonly<Record<string, readonly ('yes' | 'no' | 'unknown')[]>>;
  /** An incident was reported: something has happened, or may have. */
  readonly reported: boolean;
};

/** `disputed`: people said different things apart, and the more severe of them counts until somebody decides. */
export type SeverityReason = {
  readonly level: SeverityLevel;
  readonly text: Text;
  readonly why: 'fact' | 'not-known';
  readonly disputed?: true;
  /** The questions that would settle it; none where the departments are to be asked. */
  readonly ask: readonly FactId[];
};

export type SeveritySuggestion = {
  readonly level: SeverityLevel;
  readonly reasons: readonly SeverityReason[];
  /** Raised by one level because something that could raise it is not known. */
  readonly raised: boolean;
  /** Signs of higher levels that nobody settled and that raised nothing. */
  readonly open: readonly SeverityReason[];
};

/** Yes, no, or not known; `asked` where somebody said that nobody knows. */
type Holds = { readonly is: 'yes' | 'no' | 'open' | 'asked'; readonly disputed?: true; readonly ask: readonly FactId[] };

const rangeOf = (known: Known | undefined): { readonly min?: number; readonly max?: number } =>
  typeof known === 'number'
    ? { min: known, max: known }
    : typeof known === 'object' && known !== null && !Array.isArray(known) && ('min' in known || 'max' in known)
      ? known
      : {};

const counts: readonly FactId[] = ['subjectsMax', 'subjects'];

const openOr = (ask: readonly FactId[], parked: readonly FactId[]): Holds => ({
  is: ask.some((fact) => parked.includes(fact)) ? 'asked' : 'open',
  ask,
});

/** The number of people, counted or at most: whichever answer says more counts. */
const atLeast = (count: number, facts: Facts, parked: readonly FactId[]): Holds => {
  const ranges = counts.map((fact) => rangeOf(facts[fact]));
  if (ranges.some(({ min, max }) => (min ?? 0) >= count || (max ?? 0) >= count)) return { is: 'yes', ask: [] };
  return ranges.some(({ max }) => max !== undefined) ? { is: 'no', ask: [] } : openOr(counts, parked);
};

const readsFacts = (sign: SeveritySign, facts: Facts, parked: readonly FactId[]): Holds => {
  if ('people' in sign) return atLeast(sign.people, facts, parked);
  if (!('when' in sign)) return { is: 'no', ask: [] };
  const why = evaluate(sign.when, facts);
  return why.v === 1 ? openOr([...missingIn(why)], parked) : { is: why.v === 2 ? 'yes' : 'no', ask: [] };
};

/** The departments say whether several see the same, else the branch of the plan. Not known how far: reason enough by itself. */
const readsDepartments = (
  { departments, branch }: Extract<SeveritySign, { departments: unknown }>,
  { places, branches }: SeverityView,
): Holds => {
  const answers = branches[branch] ?? [];
  const several = places.symptoms >= 2 || answers.includes('yes');
  if (departments === 'several' && several) {
    const sure = places.undisputed.symptoms >= 2 || (answers.length === 1 && answers[0] === 'yes');
    return { is: 'yes', ask: [], ...(!sure && { disputed: true as const }) };
  }
  const unsure = places.unknown > 0 || answers.includes('unknown');
  const disputed = !(places.undisputed.unknown > 0) && answers.length > 1 ? { disputed: true as const } : {};
  if (departments === 'not-known') return { is: !several && unsure ? 'asked' : 'no', ask: [], ...disputed };
  return unsure ? { is: 'asked', ask: [], ...disputed } : { is: answers.includes('no') ? 'no' : 'open', ask: [] };
};

const holdsIn = (sign: SeveritySign, view: SeverityView): Holds => {
  if ('departments' in sign) return readsDepartments(sign, view);
  const plain = readsFacts(sign, view.facts, view.parked);
  const worse = plain.is !== 'yes' && view.rivals.some((facts) => readsFacts(sign, facts, view.parked).is === 'yes');
  return worse ? { is: 'yes', disputed: true, ask: plain.ask } : plain;
};

/**
 * Proposes a level from what is known; a person sets it. "Not known" raises by one level: to L2 and L3 as soon as a sign of
 * that level is not settled as absent, to L4 only where somebody asked and nobody knows.
 */
export const suggestSeverity = (signs: readonly SeveritySign[], view: SeverityView): SeveritySuggestion => {
  const found = signs.map((sign) => ({ level: sign.level, text: sign.text, ...holdsIn(sign, view) }));
  const rank = (level: SeverityLevel): number => severityLevels.indexOf(level);
  const facts = found.filter((s) => s.is === 'yes');
  const worst = Math.max(rank(view.reported ? 'L1' : 'L0'), ...facts.map((s) => rank(s.level)));
  const base = severityLevels[worst] ?? 'L0';
  const next = severityLevels[worst + 1];
  const unsettled = found.filter((s) => s.is === 'asked' || s.is === 'open');
  const raising = base === 'L0' ? [] : unsettled.filter((s) => s.level === next && (s.is === 'asked' || next !== 'L4'));
  const level = raising.length > 0 && next ? next : base;
  const reason = ({ is, ...sign }: (typeof found)[number]): SeverityReason => ({ ...sign, why: is === 'yes' ? 'fact' : 'not-known' });
  return {
    level,
    raised: raising.length > 0,
    reasons: [...facts.filter((s) => s.level === base), ...raising].map(reason),
    open: unsettled.filter((s) => !raising.includes(s) && rank(s.level) > rank(level)).map(reason),
  };
};

const seenIn = (states: readonly (readonly string[])[]): SeverityView['places'] => {
  const sees = (of: readonly (readonly string[])[]): Seen => ({
    symptoms: of.filter((s) => s.includes('symptoms')).length,
    // Answers that differ, none of them a sign: what they see is not known.
    unknown: of.filter((s) => !s.includes('symptoms') && (s.includes('unknown') || s.length > 1)).length,
  });
  return { ...sees(states), undisputed: sees(states.filter((s) => s.length === 1)) };
};

/** What the scale looks at, read off an incident. What people said apart stands there side by side. */
export const severityViewOf = (
  { facts, places, branches, report }: Pick<Incident, 'facts' | 'places' | 'branches' | 'report'>,
  picture: Picture,
  implications: readonly Implication[],
): SeverityView => {
  const follows = (of: Facts): Facts => closeFacts(of, implications).facts;
  const rivals = [...disputedFacts({ facts })].flatMap((fact) =>
    (facts[fact] ?? []).flatMap(({ value: { value } }) => (value === null ? [] : [{ ...picture.facts, [fact]: value }])),
  );
  return {
    facts: follows(picture.facts),
    rivals: rivals.map(follows),
    parked: picture.parked ?? [],
    places: seenIn(Object.values(places).map(({ asked }) => [...new Set(asked.map((s) => s.value.state))])),
    branches: Object.fromEntries(Object.entries(branches).map(([id, register]) => [id, [...new Set(register.map((s) => s.value))]])),
    reported: report !== undefined,
  };
};
