// Runs inside a page: the IndexedDB store, called by the test from outside.
import type { EntryStore, Verdict } from '../../src/app/index.ts';
import { fromBase64url, toBase64url } from '../../src/core/index.ts';
import { openDatabase } from '../../src/web/record/database.ts';
import { hasher } from '../../src/web/record/hasher.ts';
import { openIndexedStore } from '../../src/web/record/indexed-store.ts';

let store: EntryStore | undefined;

const pack = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) => (inner instanceof Uint8Array ? { $bytes: toBase64url(inner) } : inner)) ?? '';
const unpack = (text: string): unknown =>
  JSON.parse(text, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && '$bytes' in inner ? fromBase64url(inner.$bytes as string) : inner,
  );

/** Thrown to undo the transaction that needs an answer from outside. */
class Ask extends Error {
  readonly asked: unknown;
  constructor(asked: unknown) {
    super('ask');
    this.asked = asked;
  }
}

const verdictFrom =
  (codes: Readonly<Record<string, string | null>>): Verdict =>
  (entry, before, parts) => {
    if (Object.hasOwn(codes, entry.id)) return codes[entry.id] ?? undefined;
    throw new Ask({ entry, before, parts });
  };

export const open = async (name: string): Promise<void> => {
  store = openIndexedStore(await openDatabase(name), hasher);
};

export const call = async (method: keyof EntryStore, text: string): Promise<string> => {
  const args = unpack(text) as unknown[];
  if (method === 'append') args[2] = args[2] ? verdictFrom(args[2] as Record<string, string | null>) : undefined;
  try {
    const work = store?.[method] as (...given: unknown[]) => Promise<unknown>;
    return pack(await work(...args.map((arg) => arg ?? undefined)));
  } catch (problem) {
    if (problem instanceof Ask) return pack({ ask: problem.asked });
    throw problem;
  }
};
