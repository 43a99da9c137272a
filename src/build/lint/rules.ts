import type { KnowledgeFiles } from '../parse-knowledge.ts';
import { leavesOf, ownedConditions } from './conditions.ts';
import { type Check, type Finding, suggest } from './finding.ts';

const zoneExists = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) !== undefined;
  } catch {
    return false;
  }
};

/** Terms, recipients, calendars, zones and rules that are named exist. */
export const checkRuleNames: Check = (files) => {
  const terms = new Set(files.base.terms.map((t) => t.id));
  const rules = new Set(files.base.rules.map((r) => r.id));
  const recipients = new Set(files.recipients.map((r) => r.id));
  const unknown = (at: string, what: string, name: string, known: Iterable<string>): Finding => ({
    at,
    check: `unknown-${what}`,
    message: `${what} ${name} does not exist${suggest(name, known)}`,
  });
  return [
    ...ownedConditions(files).flatMap(({ at, cond }) =>
      leavesOf(cond).flatMap((l) => (l.op === 'term' && !terms.has(l.term) ? [unknown(at, 'term', l.term, terms)] : [])),
    ),
    ...files.base.rules.flatMap((r) => {
      const at = `rule:${r.id}`;
      return [
        ...r.recipients.filter((x) => !recipients.has(x.to)).map((x) => unknown(at, 'recipient', x.to, recipients)),
        ...(r.calendar === 'none' || files.calendars[r.calendar]
          ? []
          : [unknown(at, 'calendar', r.calendar, Object.keys(files.calendars))]),
        ...(zoneExists(r.zone) ? [] : [unknown(at, 'zone', r.zone, [])]),
        ...(r.mergedInto === undefined || rules.has(r.mergedInto) ? [] : [unknown(at, 'rule', r.mergedInto, rules)]),
      ];
    }),
    ...files.base.pending.flatMap((p) => p.touches.filter((t) => !rules.has(t)).map((t) => unknown(`pending:${p.id}`, 'rule', t, rules))),
    ...files.questions.flatMap((q) => q.rules.filter((t) => !rules.has(t)).map((t) => unknown(`question:${q.id}`, 'rule', t, rules))),
  ];
};

const usedTerms = (files: KnowledgeFiles): ReadonlySet<string> =>
  new Set(
    ownedConditions(files).flatMap(({ at, cond }) =>
      leavesOf(cond).flatMap((l) => (l.op === 'term' && at !== `term:${l.term}` ? [l.term] : [])),
    ),
  );

/** Terms that nothing uses, and terms that lead back to themselves. */
export const checkTermUse: Check = (files) => {
  const used = usedTerms(files);
  const next = new Map(
    files.base.terms.map((t) => [t.id, t.versions.flatMap((v) => leavesOf(v.cond).flatMap((l) => (l.op === 'term' ? [l.term] : [])))]),
  );
  const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
    (next.get(from) ?? []).some((t) => t === to || (!seen.has(t) && reaches(t, to, seen.add(t))));
  return files.base.terms.flatMap((t): readonly Finding[] => {
    const at = `term:${t.id}`;
    if (reaches(t.id, t.id)) return [{ at, check: 'term-circle', message: `${t.id} is defined by itself` }];
    return used.has(t.id) ? [] : [{ at, check: 'term-not-used', message: `${t.id} is used by nothing` }];
  });
};

/** Rules without a stage or recipient, limits that can never be reached, and texts in the wrong order of time. */
export const checkRuleShape: Check = (files) => [
  ...files.base.rules.flatMap((r) => {
    const at = `rule:${r.id}`;
    return [
      ...(r.stages.length === 0 ? [{ at, check: 'no-stage', message: `${r.id} has no stage` }] : []),
      ...r.stages
        .filter((s) => s.choices.length === 0)
        .map((s) => ({ at, check: 'no-stage', message: `${r.id}.${s.id} has no limit, not even a word` })),
      ...r.stages.flatMap((s) =>
        s.choices
          .slice(0, -1)
          .filter((c) => !c.if)
          .map(() => ({ at, check: 'dead-limit', message: `${r.id}.${s.id}: a limit without "if" hides those after it` })),
      ),
      ...(r.recipients.length === 0 ? [{ at, check: 'no-recipient', message: `${r.id} has no recipient` }] : []),
      ...(r.sources.length === 0 ? [{ at, check: 'no-source', message: `${r.id} has no source` }] : []),
      ...(r.until !== undefined && r.until <= r.from ? [{ at, check: 'order-of-time', message: `${r.id} ends before it begins` }] : []),
    ];
  }),
  ...files.base.terms.flatMap((t) => {
    const days = t.versions.map((v) => v.from ?? '');
    const sorted = days.every((d, i) => i === 0 || d > (days[i - 1] as string));
    return sorted && days.length > 0
      ? []
      : [{ at: `term:${t.id}`, check: 'order-of-time', message: `${t.id}: its versions are not in the order of time` }];
  }),
];
