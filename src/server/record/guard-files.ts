import { closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Connection, databasePath } from './open-database.ts';
import { RecordTrouble } from './record-trouble.ts';
import { type Loss, watchFiles } from './watch-files.ts';

export type FileGuard = {
  /** Looks now; the record does so a few times a second. */
  readonly look: () => RecordTrouble | undefined;
  /** Throws once the files are not those that were opened. Asked around every commit: what follows is acknowledged only then. */
  readonly vouch: () => void;
  /** Why nothing is taken or told any more, as far as it was looked; undefined while all is well. */
  readonly trouble: () => RecordTrouble | undefined;
  readonly close: () => void;
};

const happened: Readonly<Record<Loss, { readonly ja: string; readonly en: string }>> = {
  gone: { ja: '記録のファイルが、動いている間に消えました。', en: 'The file of the record went away under the running server.' },
  replaced: {
    ja: '記録のファイルが、動いている間に別のファイルに替わりました。',
    en: 'Another file took the place of the record under the running server.',
  },
  emptied: { ja: '記録のファイルが、動いている間に壊されました。', en: 'The file of the record was emptied under the running server.' },
};

const textOf = (loss: Loss, rescued: string | undefined) => {
  const { ja, en } = happened[loss];
  const name = basename(databasePath(''));
  const cure =
    rescued === undefined
      ? {
          ja: '初動を止め、控えを別のフォルダーに戻して（npx shodo restore）、そこで始めてください。',
          en: 'Stop Shodo, bring a backup back into another folder (npx shodo restore), and start there.',
        }
      : {
          ja: `消える前の中身を「${rescued}」に書き出しました。初動を止め、その名前を ${name} に変えて、始めてください。`,
          en: `What was in it was written to “${rescued}”: stop Shodo, rename that file to ${name}, and start again.`,
        };
  return {
    ja: `${ja}もう何も書き込めません。${cure.ja}各端末の写しは残っています。`,
    en: `${en} Nothing is taken any more. ${cure.en} The devices still hold their copies.`,
  };
};

/** Writes what the open files still hold under a new name; the name, or nothing where it cannot be done. */
const rescue = (db: Connection, folder: string, at: string): string | undefined => {
  const path = join(folder, `rescued-${at.replace(/[^\dTZ]/g, '')}.sqlite`);
  const draft = `${path}.part`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    // Made first, so that it is its owner's alone from the beginning; the database takes an empty file.
    closeSync(openSync(draft, 'wx', 0o600));
    db.prepare('VACUUM INTO ?').run(draft);
    // Only what is whole has the name under which it is looked for.
    renameSync(draft, path);
    return path;
  } catch {
    if (existsSync(draft)) rmSync(draft);
    return undefined;
  }
};

type Parts = {
  readonly folder: string;
  readonly db: Connection;
  /** RFC 3339, now. */
  readonly now: () => string;
  /** Called once, when the files are lost. */
  readonly onLoss: (trouble: RecordTrouble) => void;
};

/** Holds the record to the files that were opened, and says once when they are lost. */
export const guardFiles = ({ folder, db, now, onLoss }: Parts): FileGuard => {
  const watch = watchFiles(folder);
  let trouble: RecordTrouble | undefined;
  const look = (): RecordTrouble | undefined => {
    const loss = trouble ? undefined : watch.look();
    if (loss === undefined) return trouble;
    trouble = new RecordTrouble('SQLITE_READONLY_DBMOVED', textOf(loss, undefined));
    const rescued = loss === 'emptied' ? undefined : rescue(db, folder, now());
    if (rescued !== undefined) trouble = new RecordTrouble('SQLITE_READONLY_DBMOVED', textOf(loss, rescued));
    onLoss(trouble);
    return trouble;
  };
  return {
    look,
    vouch: () => {
      const found = look();
      if (found) throw found;
    },
    trouble: () => trouble,
    close: watch.close,
  };
};
