import type { DirectoryEntry, Playbook, Text } from '../../core/index.ts';
import { hrefTo, type PageContext } from './page.ts';

/** A case by its id (`P-01`) or its slug (`malware`). */
export const findCase = (ctx: PageContext, ref: string): Playbook | undefined =>
  ctx.bundle.playbooks.find((playbook) => playbook.id === ref || playbook.slug === ref);

/** The cases in the order screens show them: playbooks, cards, and last the card for what nothing else fits. */
export const casesInOrder = (ctx: PageContext): readonly Playbook[] => {
  const rank = (playbook: Playbook): number => (playbook.slug === 'common' ? 2 : playbook.kind === 'card' ? 1 : 0);
  return [...ctx.bundle.playbooks].sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
};

export const caseHref = (ctx: PageContext, playbook: Playbook): string => hrefTo(ctx, `cases/${playbook.slug}/`);

/** The list an entry stands on. One that stands on both is looked up where people in trouble look. */
const directoryHref = (ctx: PageContext, entry: DirectoryEntry): string =>
  hrefTo(ctx, `lists/${entry.table.includes('during') ? 'during' : 'before'}/#${entry.id}`);

/**
 * Where a reference of the knowledge leads: a common block, a case, a directory entry,
 * someone whose number only the organisation knows (then the list of whom to call on the same page).
 * Undefined for what this build does not hold; the page then leaves the reference out.
 */
export const resolve = (ctx: PageContext, ref: string): { readonly href: string; readonly label: Text } | undefined => {
  const block = ctx.bundle.blocks.find((candidate) => candidate.id === ref);
  if (block) return { href: hrefTo(ctx, `blocks/#${block.id}`), label: block.title };
  const playbook = findCase(ctx, ref);
  if (playbook) return { href: caseHref(ctx, playbook), label: playbook.title };
  const entry = ctx.bundle.directory.find((candidate) => candidate.id === ref);
  if (entry) return { href: directoryHref(ctx, entry), label: entry.title };
  const own = ctx.ownContacts.find((candidate) => candidate.id === ref);
  return own && { href: '#contacts', label: own.label };
};
