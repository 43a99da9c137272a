import type { Text } from '../core/index.ts';
import { RecordTrouble } from './record/record-trouble.ts';

const codeOf = (error: unknown): string => String((typeof error === 'object' && error !== null && 'code' in error && error.code) || '');

/** Whether the disk has no room, or the file of the record cannot be used; undefined where something else failed. */
export const diskTrouble = (error: unknown): 'disk-full' | 'record-unusable' | undefined => {
  const code = codeOf(error);
  if (['SQLITE_FULL', 'ENOSPC', 'EDQUOT'].includes(code)) return 'disk-full';
  return /^SQLITE_(BUSY|CANTOPEN|CORRUPT|IOERR|LOCKED|NOTADB|PERM|READONLY)/.test(code) ? 'record-unusable' : undefined;
};

/** Why the record in a folder cannot be opened, with the cure; undefined where it was not the database that failed. */
export const sayUnopened = (folder: string, error: unknown): Text | undefined => {
  if (error instanceof RecordTrouble) return error.text;
  const code = codeOf(error);
  if (!code.startsWith('SQLITE_')) return undefined;
  return {
    ja: `「${folder}」の記録を開けません（${code}）。控えがあれば、shodo restore で別のフォルダーに戻してください。`,
    en: `The record in “${folder}” cannot be opened (${code}): if there is a backup, bring it back into another folder with shodo restore.`,
  };
};
