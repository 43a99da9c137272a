import type { Bundle, Text } from '../../src/core/index.ts';

/** One thing in the knowledge that can say a sentence of the seed: its sentences (the first is its own), and where it stands. */
export type SeedItem = { readonly texts: readonly Text[]; readonly seed: readonly string[]; readonly pages: readonly string[] };

const answerIds = ['yes', 'no', 'unknown'] as const;

type Playbook = Bundle['playbooks'][number];
type Branch = Playbook['phases'][number]['branches'][number];
type Step = Playbook['phases'][number]['steps'][number];

const ofStep = (step: Step, pages: readonly string[]): [string, SeedItem] => [
  step.id,
  { texts: [step.do, step.why, ...step.dont, step.cannot, ...(step.more ?? [])], seed: step.seed ?? [], pages },
];

const ofBranch = (branch: Branch, pages: readonly string[]): [string, SeedItem][] => {
  const answers = answerIds.map((id) => branch.answers[id]);
  const texts = [branch.question, branch.howToTell, ...answers.flatMap((a) => [a.then, ...(a.label ? [a.label] : [])])];
  return [[branch.id, { texts, seed: branch.seed ?? [], pages }], ...answers.flatMap((a) => a.steps.map((s) => ofStep(s, pages)))];
};

const ofPlaybook = (p: Playbook): [string, SeedItem][] => {
  const pages = [`/cases/${p.slug}/`];
  return [
    [p.id, { texts: [p.title, p.lead, ...p.signs], seed: p.seed ?? [], pages }],
    ...p.phases.flatMap((phase) => [...phase.steps.map((s) => ofStep(s, pages)), ...phase.branches.flatMap((b) => ofBranch(b, pages))]),
  ];
};

const ofQuestion = (q: Bundle['questions'][number]): [string, SeedItem][] => {
  const pages = [`/qa/${q.slug}/`];
  return [
    [q.id, { texts: [q.question, q.short, q.doNow], seed: q.seed ?? [], pages }],
    ...q.points.map((p): [string, SeedItem] => [p.id, { texts: p.detail ? [p.text, p.detail] : [p.text], seed: p.seed ?? [], pages }]),
  ];
};

/** Everything of the bundle that may carry a seed tag and has an id a page shows. A frame on `/cases/` stands on every case. */
export const seedItemsOf = (bundle: Bundle): ReadonlyMap<string, SeedItem> => {
  const cases = bundle.playbooks.map((p) => `/cases/${p.slug}/`);
  return new Map([
    ...bundle.playbooks.flatMap(ofPlaybook),
    ...bundle.questions.flatMap(ofQuestion),
    ...bundle.directory.map((d): [string, SeedItem] => [
      d.id,
      { texts: [d.title, d.use, d.theme, d.org], seed: d.seed ?? [], pages: d.table.map((t) => `/lists/${t}/`) },
    ]),
    ...bundle.frames.map((f): [string, SeedItem] => [
      f.id,
      { texts: [f.text], seed: f.seed, pages: f.page === '/cases/' ? cases : [f.page] },
    ]),
  ]);
};
