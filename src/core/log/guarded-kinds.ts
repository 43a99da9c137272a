import type { Kind } from './kinds.ts';

/** Kinds with effect in law: whoever keeps the order asks `admit` before they take effect. */
export const guardedKinds: ReadonlySet<string> = new Set<Kind>([
  'filing.approved',
  'incident.closed',
  'incident.reopened',
  'notice.issued',
  'severity.set',
]);
