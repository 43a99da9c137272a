import type { Delegation, OfficeList } from '../../core/index.ts';
import { catalogueOf } from '../catalogue.ts';
import type { KnowledgeFiles } from '../parse-knowledge.ts';
import { type Check, type Finding, suggest } from './finding.ts';

type Name = (what: string, name: string, known: readonly string[]) => readonly Finding[];

const namer =
  (at: string): Name =>
  (what, name, known) =>
    known.includes(name) ? [] : [{ at, check: `unknown-${what}`, message: `${what} ${name} does not exist${suggest(name, known)}` }];

const valuesOf = (files: KnowledgeFiles, fact: string): readonly string[] => (catalogueOf(files).get(fact)?.values ?? []).map((v) => v.id);

const checkDelegation = (d: Delegation, files: KnowledgeFiles): readonly Finding[] => {
  const at = `delegation:${d.id}`;
  const name = namer(at);
  const ids = (list: readonly { readonly id: string }[]): readonly string[] => list.map((x) => x.id);
  const [sectors, owners] = [valuesOf(files, d.by.trade), valuesOf(files, d.by.owner)];
  const taken = d.trades.flatMap((t) => t.sectors);
  const kinds = [
    [d.by.trade, 'some-of'],
    [d.by.owner, 'some-of'],
    [d.by.listed, 'yes-no'],
  ] as const;
  return [
    ...d.rules.flatMap((r) => name('rule', r, ids(files.base.rules))),
    ...kinds.flatMap(([fact, kind]) => {
      const found = catalogueOf(files).get(fact);
      if (!found) return name('fact', fact, ids(files.facts));
      return found.kind === kind ? [] : [{ at, check: 'wrong-kind', message: `${fact} is ${found.kind}, here ${kind} is needed` }];
    }),
    ...[...taken, d.none].flatMap((v) => name('value', v, sectors)),
    ...[...d.covered, ...d.kept.owners].flatMap((v) => name('value', v, owners)),
    ...[d.ask.to, ...d.trades.map((t) => t.to)].flatMap((r) => name('recipient', r, ids(files.recipients))),
    ...taken
      .filter((s, i) => taken.indexOf(s) !== i)
      .map((s) => ({ at, check: 'duplicate-id', message: `the trade ${s} has two rows: one report would have two addresses` })),
    ...d.trades
      .filter((t) => t.from !== null && t.until !== null && t.until < t.from)
      .map((t) => ({ at, check: 'order-of-time', message: `${t.id} ends before it begins` })),
  ];
};

/** Each place of the first fact has an office, and no office serves a place that does not exist. */
const checkOffices = (list: OfficeList, files: KnowledgeFiles): readonly Finding[] => {
  const at = `offices:${list.id}`;
  const name = namer(at);
  const places = valuesOf(files, list.by[0] ?? '');
  const served = new Set(list.offices.flatMap((o) => o.serves));
  return [
    ...list.by.flatMap((f) =>
      name(
        'fact',
        f,
        files.facts.map((d) => d.id),
      ),
    ),
    ...list.of.flatMap((r) =>
      name(
        'recipient',
        r,
        files.recipients.map((x) => x.id),
      ),
    ),
    ...(list.of.length === 0 ? [{ at, check: 'never-shown', message: `${list.id} stands for no recipient` }] : []),
    ...[...served].flatMap((p) => name('value', p, places)),
    ...places.filter((p) => !served.has(p)).map((p) => ({ at, check: 'place-without-office', message: `nobody serves ${p}` })),
  ];
};

/** Recipients by trade and by place. */
export const checkWhere: Check = (files) => [
  ...files.delegations.flatMap((d) => checkDelegation(d, files)),
  ...files.offices.flatMap((o) => checkOffices(o, files)),
];
