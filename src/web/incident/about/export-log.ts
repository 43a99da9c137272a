import { type ErasedPart, type Head, type Kept, type Linked, lineOf, type Part, partsIn } from '../../../core/index.ts';
import { saveFile } from '../view/save-file.ts';

type Parts = ReadonlyMap<string, Part | ErasedPart>;

/** The lines of an exported log as this device has it: no witness, because only the server can sign the head. */
export const linesHere = (head: Head, records: readonly Kept[], parts: Parts): readonly string[] => {
  const linked = records.filter((r): r is Linked => r.link !== undefined);
  const promised = new Set(linked.flatMap((r) => partsIn(r.entry.body)).map((ref) => ref.part));
  return [
    lineOf.head({ shodo: 'log', version: 1, head }),
    ...linked.map(lineOf.entry),
    ...[...promised].flatMap((id) => {
      const part = parts.get(id);
      return part ? [lineOf.part(part)] : [];
    }),
  ];
};

/** The file that this device can make by itself. */
export const fileHere = (head: Head, records: readonly Kept[], parts: Parts): Blob =>
  new Blob([`${linesHere(head, records, parts).join('\n')}\n`], { type: 'application/x-ndjson' });

const nameOf = (id: string): string => `shodo-${id}.jsonl`;

/** Saves this device's own copy, whatever the server has. */
export const saveHere = (id: string, head: Head, records: readonly Kept[], parts: Parts): void =>
  saveFile(fileHere(head, records, parts), nameOf(id));

/** Saves the record as one file: the server's, with its signed head; without a connection the one this device can make. */
export const exportLog = async (id: string, head: Head, records: readonly Kept[], parts: Parts): Promise<{ readonly signed: boolean }> => {
  try {
    const answer = await fetch(`/api/v1/incidents/${id}/export`, { cache: 'no-store' });
    if (answer.ok) {
      saveFile(await answer.blob(), nameOf(id));
      return { signed: true };
    }
  } catch {
    // No connection: this device makes the file.
  }
  saveHere(id, head, records, parts);
  return { signed: false };
};
