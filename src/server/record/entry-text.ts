import { contentHash, type Entry, type HashHex } from '../../core/index.ts';
import { nodeHasher } from './node-hasher.ts';

export type EntryText = {
  /** The entry in canonical form. */
  readonly text: string;
  readonly content: HashHex;
};

const known = new WeakMap<Entry, EntryText>();

/** Canonical text and content hash of an entry, made once for each: signature, place and row stand on the same bytes. */
export const entryTextOf = (entry: Entry): EntryText => {
  const found = known.get(entry);
  if (found) return found;
  let hashed = '';
  const content = contentHash(entry, {
    ...nodeHasher,
    ofText: (text) => {
      hashed = text;
      return nodeHasher.ofText(text);
    },
  });
  // What is hashed is one line that says so, then the canonical text.
  const made = { text: hashed.slice(hashed.indexOf('\n') + 1), content };
  known.set(entry, made);
  return made;
};
