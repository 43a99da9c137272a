import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Text } from '../../core/index.ts';
import { lockName } from '../record/lock-folder.ts';
import { databasePath } from '../record/open-database.ts';
import { readSettings } from './second-place.ts';

/** Signs that there was a record before, found where none lies now. */
export type FormerRecord = {
  /** A server was here; without it, only the keys know of a record, which may lie in another folder. */
  readonly wasHere: boolean;
  /** What a server wrote out when its files were lost: the whole record under another name. */
  readonly rescued: string | undefined;
  /** Second places that an earlier record had, the one copied last first. */
  readonly places: readonly string[];
};

const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
};

/** Looks for signs of an earlier record, before a new one is begun; undefined where a record lies or nothing points to one. */
export const findFormer = (data: string, keys: string): FormerRecord | undefined => {
  if ((statSync(databasePath(data), { throwIfNoEntry: false })?.size ?? 0) > 0) return undefined;
  const known = Object.values(readSettings(keys));
  const rescued = namesIn(data)
    .filter((name) => /^rescued-.*\.sqlite$/.test(name))
    .sort()
    .at(-1);
  const wasHere = existsSync(join(data, lockName)) || rescued !== undefined;
  if (!wasHere && known.length === 0) return undefined;
  const places = known
    .flatMap(({ folder, copiedAt = '' }) => (folder === undefined ? [] : [{ folder, copiedAt }]))
    .sort((a, b) => b.copiedAt.localeCompare(a.copiedAt));
  return { wasHere, rescued, places: [...new Set(places.map(({ folder }) => folder))] };
};

/** Why no new record is begun beside one that only needs its name back. */
export const sayRescued = (data: string, rescued: string): Text => ({
  ja: `前の記録の中身が「${join(data, rescued)}」にあります。その名前を record.sqlite に変えて、始めてください。使わないときは、別の場所に移してください。`,
  en: `What the record held lies in “${join(data, rescued)}”: rename it to record.sqlite and start again. If it is not wanted, move it elsewhere.`,
});

const sayBegan = ({ wasHere, places }: FormerRecord): Text => {
  const [place] = places;
  return {
    ja: [
      '新しい記録を始めました。',
      wasHere
        ? '前の記録は、このフォルダーにありません。'
        : 'この機械では、前に別の記録を使っていました。別のフォルダーなら、--data で開けます。',
      place === undefined ? '前の記録の控えがあれば、戻せます。' : `前の記録の控えは「${place}」にあります。`,
      '戻すとき：npx shodo restore --from 控えのファイル --data 新しいフォルダー',
      '前に使った端末には、写しが残っています。',
    ].join('\n'),
    en: [
      'A new record was begun.',
      wasHere
        ? 'The record before it is not in this folder.'
        : 'This machine used another record before: if it lies in another folder, open it with --data.',
      place === undefined ? 'If there is a backup of it, it can be brought back.' : `Copies of the record before it lie in “${place}”.`,
      'To bring one back: npx shodo restore --from COPY --data NEW-FOLDER',
      'Devices that were used before still hold their copies.',
    ].join('\n'),
  };
};

/** What is said since a new record was begun where there was one before, until the owner has read it. */
export type BeganAnew = { readonly at: string; readonly text: Text };

const notePath = (data: string): string => join(data, 'began-anew.json');

export const noteBegan = (data: string, former: FormerRecord, at: string): void => {
  const note: BeganAnew = { at, text: sayBegan(former) };
  writeFileSync(notePath(data), JSON.stringify(note), { mode: 0o600 });
};

export const readBegan = (data: string): BeganAnew | undefined => {
  try {
    return JSON.parse(readFileSync(notePath(data), 'utf8')) as BeganAnew;
  } catch {
    return undefined;
  }
};

export const forgetBegan = (data: string): void => rmSync(notePath(data), { force: true });
