import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { type RawLine, splitLines } from '../../app/index.ts';
import { Refused } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';

const chunkSize = 1 << 18;

/** True where the word is the name of a file. */
export const isFile = (word: string | undefined): word is string =>
  word !== undefined && (statSync(word, { throwIfNoEntry: false })?.isFile() ?? false);

/** The file that a word names; refuses where there is none. */
export const needFile = (word: string | undefined): string => {
  if (isFile(word)) return word;
  throw new Refused(exitCodes.unreadable, {
    ja: word === undefined ? 'ファイルの名前を書いてください。' : `「${word}」というファイルは見つかりません。`,
    en: word === undefined ? 'Name the file.' : `There is no file “${word}”.`,
  });
};

/** The lines of an exported log, a few at a time. */
export const logLines = (file: string): AsyncGenerator<RawLine> => splitLines(createReadStream(file, { highWaterMark: chunkSize }));

/** SHA-256 of a file as it lies there, in lower-case hex. */
export const hashOfFile = async (file: string): Promise<string> => {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(file, { highWaterMark: chunkSize })) hash.update(piece);
  return hash.digest('hex');
};
