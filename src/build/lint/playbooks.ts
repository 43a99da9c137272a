import type { Playbook, Step, Triage } from '../../core/index.ts';
import type { KnowledgeFiles } from '../parse-knowledge.ts';
import { type Check, type Finding, suggest } from './finding.ts';

type Option = Triage['questions'][number]['options'][number];

const phaseOrder = ['T5', 'H1', 'D1', 'W1', 'CL'];

/** Every step of a playbook, those that branches add included. */
const stepsOf = (playbook: Playbook): readonly Step[] =>
  playbook.phases.flatMap((p) => [...p.steps, ...p.branches.flatMap((b) => Object.values(b.answers).flatMap((a) => a.steps))]);

/** What a step, a case or a question may point at. */
const targetsOf = (files: KnowledgeFiles) => {
  const ids = (list: readonly { readonly id: string }[]) => list.map((x) => x.id);
  return {
    blocks: new Set(ids(files.blocks)),
    contacts: new Set([...ids(files.directory), ...ids(files.contacts)]),
    any: new Set([
      ...ids(files.blocks),
      ...ids(files.directory),
      ...ids(files.contacts),
      ...ids(files.playbooks),
      ...ids(files.ladder),
      ...ids(files.base.rules),
    ]),
  };
};

const stray = (at: string, check: string, where: string, wanted: readonly string[], known: ReadonlySet<string>): readonly Finding[] =>
  wanted.filter((w) => !known.has(w)).map((w) => ({ at, check, message: `${where} names ${w}, which does not exist${suggest(w, known)}` }));

const checkSteps = (at: string, playbook: Playbook): readonly Finding[] =>
  stepsOf(playbook).flatMap((s) =>
    (['why', 'cannot'] as const).flatMap((part): readonly Finding[] =>
      s[part].ja === '' && s[part].en === ''
        ? [
            {
              at,
              check: `step-without-${part}`,
              message: `step ${s.id} does not say ${part === 'why' ? 'why' : 'what to do where it cannot be done'}`,
            },
          ]
        : [],
    ),
  );

/** The step or branch that a stakeholder rests on is one of a playbook. */
export const checkStakeholders: Check = (files) => {
  const known = new Set(files.playbooks.flatMap((p) => [...stepsOf(p), ...p.phases.flatMap((f) => f.branches)].map((s) => s.id)));
  return files.stakeholders.flatMap((s) =>
    stray(
      `stakeholder:${s.id}`,
      'unknown-step',
      s.id,
      s.in.map((i) => i.step),
      known,
    ),
  );
};

const checkBranches = (at: string, playbook: Playbook): readonly Finding[] => {
  const steps = new Set(stepsOf(playbook).map((s) => s.id));
  return playbook.phases.flatMap((p) =>
    p.branches.flatMap((b) => [
      ...stray(at, 'unknown-step', `branch ${b.id}`, [b.after], steps),
      ...Object.entries(b.answers).flatMap(([answer, a]) =>
        stray(at, 'unknown-step', `branch ${b.id}, answer ${answer}`, a.drops ?? [], steps),
      ),
    ]),
  );
};

const checkPhases = (at: string, playbook: Playbook): readonly Finding[] => {
  const order = playbook.phases.map((p) => phaseOrder.indexOf(p.id));
  const ascending = order.every((o, i) => i === 0 || o > (order[i - 1] as number));
  return ascending
    ? []
    : [
        {
          at,
          check: 'phase-order',
          message: `${playbook.id}: phases are ${playbook.phases.map((p) => p.id).join(', ')}; their order is ${phaseOrder.join(', ')}`,
        },
      ];
};

/** Steps say why and what else to do; blocks, contacts, steps and cases that are named exist. */
export const checkPlaybooks: Check = (files) => {
  const targets = targetsOf(files);
  return [
    ...files.playbooks.flatMap((p) => {
      const at = `playbook:${p.id}`;
      return [
        ...checkSteps(at, p),
        ...checkBranches(at, p),
        ...checkPhases(at, p),
        ...stray(at, 'unknown-block', p.id, p.blocks, targets.blocks),
        ...stray(
          at,
          'unknown-contact',
          p.id,
          p.contacts.map((c) => c.to),
          targets.contacts,
        ),
        ...stepsOf(p).flatMap((s) => stray(at, 'unknown-see', `step ${s.id}`, s.see ?? [], targets.any)),
      ];
    }),
    ...files.disagreements.flatMap((d) =>
      stray(`disagreement:${d.id}`, 'unknown-case', d.id, d.in, new Set(files.playbooks.map((p) => p.id))),
    ),
    ...files.questions.flatMap((q) => stray(`question:${q.id}`, 'unknown-contact', q.id, q.directory, targets.contacts)),
    ...files.recipients.flatMap((r) =>
      stray(`recipient:${r.id}`, 'unknown-contact', r.id, r.directory ? [r.directory] : [], targets.contacts),
    ),
  ];
};

/** 「わからない」 leads to a case in at most three questions, and every sentence lands where it says. */
export const checkTriage: Check = ({ triage, playbooks, blocks }) => {
  const at = 'triage:';
  if (triage.questions.length === 0) return [];
  const questions = new Map(triage.questions.map((q) => [q.id, q]));
  const cases = new Set([...playbooks.flatMap((p) => [p.id, p.slug]), ...blocks.map((b) => b.id)]);
  const depth = (id: string, seen: readonly string[] = []): number => {
    if (seen.includes(id)) return Number.POSITIVE_INFINITY;
    const next = (questions.get(id)?.options ?? []).flatMap((o) => (o.next && questions.has(o.next) ? [depth(o.next, [...seen, id])] : []));
    return 1 + Math.max(0, ...next);
  };
  const walk = (path: readonly string[]): string | undefined => {
    let at: string | undefined = triage.start;
    for (const step of path) {
      const option: Option | undefined = questions.get(at ?? '')?.options.find((o) => o.id === step);
      if (!option) return undefined;
      if (option.to) return step === path.at(-1) ? option.to : undefined;
      at = option.next;
    }
    return undefined;
  };
  const finding = (check: string, message: string): Finding => ({ at, check, message });
  return [
    ...(questions.has(triage.start) ? [] : [finding('triage', `it starts at ${triage.start}, which is no question`)]),
    ...triage.questions.flatMap((q) =>
      q.options.flatMap((o) => {
        if ((o.next === undefined) === (o.to === undefined))
          return [finding('triage', `option ${q.id}.${o.id} leads to a question or to a case, exactly one of them`)];
        if (o.next !== undefined && !questions.has(o.next))
          return [finding('triage', `option ${q.id}.${o.id} leads to ${o.next}, which is no question`)];
        return o.to !== undefined && !cases.has(o.to)
          ? [finding('triage', `option ${q.id}.${o.id} leads to ${o.to}, which is no case${suggest(o.to, cases)}`)]
          : [];
      }),
    ),
    ...(depth(triage.start) > 3 ? [finding('triage', 'it asks more than three questions, or goes in a circle')] : []),
    ...triage.sentences.flatMap((s) =>
      walk(s.path) === s.lands ? [] : [finding('triage', `「${s.say.ja}」 lands at ${walk(s.path) ?? 'nothing'}, not at ${s.lands}`)],
    ),
  ];
};

/** Every case but the common card stands in one group of the page of all cases, and what is named there or on home exists. */
export const checkCaseIndex: Check = ({ cases: { home, groups, rare }, playbooks }) => {
  if (groups.length === 0) return [];
  const at = 'cases:groups';
  const grouped = groups.flatMap((g) => g.cases);
  const named = (slug: string): number => grouped.filter((c) => c === slug).length;
  return [
    ...stray(at, 'unknown-case', 'cases.yaml', [...home, ...grouped, ...rare.map((r) => r.to)], new Set(playbooks.map((p) => p.slug))),
    ...playbooks
      .filter((p) => p.slug !== 'common' && named(p.slug) !== 1)
      .map((p) => ({
        at,
        check: 'case-not-found',
        message: `${p.slug} stands in ${named(p.slug)} groups of cases.yaml; it stands in exactly one`,
      })),
  ];
};
