import type { Helper, HelperTurn } from '../../core/index.ts';
import type { KnowledgeFiles } from '../parse-knowledge.ts';
import { type Check, type Finding, suggest } from './finding.ts';

const idsOf = (list: readonly { readonly id: string }[]): readonly string[] => list.map((x) => x.id);

/** Every name that something of the library may point at. Cases count that have a name in the taxonomy and no plan yet. */
const targetsOf = ({ library, ...files }: KnowledgeFiles): ReadonlySet<string> =>
  new Set([
    ...idsOf(files.blocks),
    ...idsOf(files.playbooks),
    ...library.taxonomy.cases.flatMap((c) => c.cases),
    ...idsOf(files.forms),
    ...idsOf(files.directory),
    ...idsOf(files.contacts),
    ...idsOf(files.ladder),
    ...idsOf(library.readiness.checks),
    ...idsOf(library.drills),
    ...idsOf(library.helpers),
    ...idsOf(library.disagreements),
  ]);

const checkSee: Check = (files) => {
  const known = targetsOf(files);
  const { readiness, drills, helpers, disagreements } = files.library;
  const stray = (at: string, names: readonly string[]): readonly Finding[] =>
    names.flatMap((n) => (known.has(n) ? [] : [{ at, check: 'unknown-see', message: `${n} does not exist${suggest(n, known)}` }]));
  return [
    ...readiness.checks.flatMap((c) => stray(`readiness:${c.id}`, c.see ?? [])),
    ...drills.flatMap((d) => stray(`drill:${d.id}`, d.about)),
    ...helpers.flatMap((h) => stray(`helper:${h.id}`, [h.block, ...(h.disagreement ? [h.disagreement] : [])])),
    ...disagreements.flatMap((d) => stray(`disagreement:${d.id}`, d.see)),
  ];
};

/** A check is looked at again after a span or on an event; a drill's clock runs forward within its minutes. */
const checkDrills: Check = ({ library: { drills } }) =>
  drills.flatMap(({ id, minutes, injects }) => {
    const at = `drill:${id}`;
    const times = injects.map((i) => i.at);
    return [
      ...(injects.length === 0 ? [{ at, check: 'empty-drill', message: 'nothing happens in it' }] : []),
      ...(times.every((t, i) => t < minutes && (i === 0 || t > (times[i - 1] as number)))
        ? []
        : [{ at, check: 'order-of-time', message: `its events do not run forward within ${minutes} minutes` }]),
    ];
  });

const checkTaxonomy: Check = ({ library: { taxonomy } }) => {
  const at = 'taxonomy.yaml';
  const namesOf = (scheme: string): readonly string[] => idsOf(taxonomy.schemes.find((s) => s.id === scheme)?.names ?? []);
  const stray = (scheme: string, names: readonly string[]): readonly Finding[] =>
    names.flatMap((n) =>
      namesOf(scheme).includes(n)
        ? []
        : [{ at, check: 'unknown-name', message: `${n} is no name of ${scheme}${suggest(n, namesOf(scheme))}` }],
    );
  const cases = taxonomy.cases.flatMap((c) => c.cases);
  return [
    ...taxonomy.cases.flatMap((c) => [
      ...stray(
        'rsit',
        c.rsit.map((r) => r.class),
      ),
      ...stray('jpcert', c.jpcert),
      ...stray('threats', c.threats),
      // The first column of RSIT is mandatory.
      ...(c.rsit.length === 0 ? [{ at, check: 'unknown-name', message: `${c.cases.join(', ')} has no name in rsit` }] : []),
    ]),
    ...cases.filter((c, i) => cases.indexOf(c) !== i).map((c) => ({ at, check: 'duplicate-id', message: `${c} is named twice` })),
  ];
};

type Walk = { readonly at: string; readonly unknowns: number; readonly answers: number };

/** Follows every way through a tree. Each ends at something to do; silence alone ends at nothing that cannot be taken back. */
const walkTree = ({ id, start, questions = [], outcomes = [] }: Helper): readonly Finding[] => {
  const at = `helper:${id}`;
  const finding = (message: string): Finding => ({ at, check: 'helper-tree', message });
  const reached = new Set<string>();
  const found: Finding[] = [];
  const go = (turn: HelperTurn, walk: Walk, seen: readonly string[]): void => {
    if ('do' in turn) {
      const outcome = outcomes.find((o) => o.id === turn.do);
      reached.add(turn.do);
      if (!outcome) found.push(finding(`${walk.at} ends at ${turn.do}, which does not exist`));
      else if (outcome.costly && walk.unknowns === walk.answers)
        found.push(finding(`${walk.at} ends at ${turn.do} by "not known" alone, and that cannot be taken back`));
      return;
    }
    const question = questions.find((q) => q.id === turn.ask);
    if (!question || seen.includes(turn.ask))
      return void found.push(finding(`${walk.at} leads to ${turn.ask}, ${question ? 'in a circle' : 'which is no question'}`));
    reached.add(turn.ask);
    for (const answer of ['yes', 'no', 'unknown'] as const)
      go(
        question[answer],
        {
          at: `${question.id}.${answer}`,
          unknowns: walk.unknowns + (answer === 'unknown' ? 1 : 0),
          answers: walk.answers + 1,
        },
        [...seen, turn.ask],
      );
  };
  go({ ask: start ?? '' }, { at: 'the start', unknowns: 0, answers: 0 }, []);
  const never = [...questions, ...outcomes].map((x) => x.id).filter((x) => !reached.has(x));
  return [...found, ...never.map((x) => finding(`nothing leads to ${x}`))];
};

const checkHelpers: Check = ({ library: { helpers } }) =>
  helpers.flatMap((helper) => {
    const at = `helper:${helper.id}`;
    if (helper.kind === 'tree') return walkTree(helper);
    const empty = (helper.lines ?? []).length === 0;
    const nobody = helper.kind === 'gate' && helper.approvedBy === undefined;
    return [
      ...(empty ? [{ at, check: 'helper-tree', message: 'it has no lines' }] : []),
      ...(nobody ? [{ at, check: 'helper-tree', message: 'nobody opens this gate' }] : []),
    ];
  });

/** What is said in short is said to cases, and what cases share is said in short. */
const checkShort: Check = ({ library: { disagreements } }) =>
  disagreements.flatMap(({ id, short, in: cases }) =>
    (short === undefined) === (cases === undefined)
      ? []
      : [
          {
            at: `disagreement:${id}`,
            check: 'short-without-cases',
            message: 'what is said in short, and the cases that share it, go together',
          },
        ],
  );

/** What is looked up by itself: names, order, trees that end somewhere safe. */
export const checkLibrary: Check = (files) => [
  ...checkSee(files),
  ...checkDrills(files),
  ...checkTaxonomy(files),
  ...checkHelpers(files),
  ...checkShort(files),
];
