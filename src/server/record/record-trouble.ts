import type { Text } from '../../core/index.ts';

/** The record cannot be trusted at some place; the sentence says where, and what to do. The code is one of the database’s own. */
export class RecordTrouble extends Error {
  readonly code: 'SQLITE_CORRUPT_ROW' | 'SQLITE_READONLY_DBMOVED';
  readonly text: Text;
  constructor(code: RecordTrouble['code'], text: Text) {
    super(text.en);
    this.code = code;
    this.text = text;
  }
}

/** An entry whose row is no JSON any more. What can still be read of it names its log. */
export const damagedRow = (text: string, seq: number | null): RecordTrouble => {
  const log = /"log":"((?:incident|organisation):[0-9a-f-]{36})"/.exec(text)?.[1];
  const [ja, en] = [seq === null ? '順番を待つ記録' : `${seq} 番の記録`, seq === null ? 'An entry that waits' : `Entry ${seq}`];
  return new RecordTrouble('SQLITE_CORRUPT_ROW', {
    ja: `${log === undefined ? '' : `「${log}」の`}${ja}が壊れていて、読めません。npx shodo verify で確かめ、控えから戻してください。`,
    en: `${en}${log === undefined ? '' : ` of “${log}”`} is damaged and cannot be read: check with npx shodo verify, and bring the record back from a backup.`,
  });
};
