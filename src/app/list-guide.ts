import { type Bundle, nearestTo, type Playbook } from '../core/index.ts';
import type { CaseList, Directory } from './contract/lists.ts';
import type { Problem } from './contract/problem.ts';
import { fail, type Result, succeed } from './result.ts';
import { sayProblem } from './say-problem.ts';

const refOf = ({ version, hash }: Bundle) => ({ version, hash });

/** The kinds of thing that happened, with the pages of their first moves. */
export const listCases = (bundle: Bundle): CaseList => ({
  bundle: refOf(bundle),
  cases: bundle.playbooks.map(({ id, slug, kind, title, lead, signs }) => ({
    id,
    slug,
    kind,
    title,
    lead,
    signs: [...signs],
    paths: { ja: `/ja/cases/${slug}/`, en: `/en/cases/${slug}/` },
  })),
});

/** Whom to call and what to read; all of it, or one of its two tables. */
export const listDirectory = (bundle: Bundle, table?: 'before' | 'during'): Directory => ({
  bundle: refOf(bundle),
  entries: bundle.directory
    .filter((entry) => table === undefined || entry.table.includes(table))
    .map(({ source, keywords: _words, seed: _seed, table: tables, more, ...entry }) => ({
      ...entry,
      table: [...tables],
      ...(more && { more: [...more] }),
      readOn: source.readOn,
      checkedOn: source.checked?.on ?? null,
    })),
});

/** A case by its id or its slug. */
export const findCase = (bundle: Bundle, name: string): Result<Playbook, Problem> => {
  const wanted = name.toLowerCase();
  const found = bundle.playbooks.find((p) => p.id.toLowerCase() === wanted || p.slug === wanted);
  if (found) return succeed(found);
  const nearest = nearestTo(
    name,
    bundle.playbooks.flatMap((p) => [p.slug, p.id]),
  );
  return fail(sayProblem('unknown-case', { field: 'case', value: name, ...(nearest !== undefined && { nearest }) }));
};
