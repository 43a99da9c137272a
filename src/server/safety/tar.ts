import type { Readable } from 'node:stream';

// ustar (POSIX.1-1988), as far as a backup needs it: plain files with short names. So a backup that was decrypted can be
// opened with any tar, without this program.

const block = 512;

const field = (text: string, size: number): string => text.padEnd(size, '\0');
const octal = (value: number, size: number): string => `${value.toString(8).padStart(size - 1, '0')}\0`;

/** The block before a file. Names have at most 100 bytes; sizes at most 8 GiB. */
export const tarHeader = (name: string, size: number): Buffer => {
  if (Buffer.byteLength(name) > 100 || size >= 8 ** 11) throw new Error(`too large for this form of archive: ${name}`);
  const before = field(name, 100) + octal(0o600, 8) + octal(0, 8) + octal(0, 8) + octal(size, 12) + octal(0, 12);
  const after = `0${field('', 100)}ustar\x0000${field('', 32)}${field('', 32)}${octal(0, 8)}${octal(0, 8)}${field('', 155)}`;
  const whole = Buffer.alloc(block);
  whole.write(`${before}        ${after}`, 'latin1');
  const sum = whole.reduce((total, byte) => total + byte, 0);
  whole.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return whole;
};

/** What fills the last block of a file. */
export const tarPadding = (size: number): Buffer => Buffer.alloc((block - (size % block)) % block);

/** Two empty blocks end an archive. */
export const tarEnd = Buffer.alloc(2 * block);

export type TarFile = { readonly name: string; readonly size: number; readonly content: AsyncIterable<Buffer> };

/** The files of an archive, one after the other; each must be read before the next. Throws where it is none or ends early. */
export async function* readTar(stream: Readable | AsyncIterable<Uint8Array>): AsyncGenerator<TarFile> {
  const source = stream[Symbol.asyncIterator]();
  let held = Buffer.alloc(0);
  const more = async (): Promise<boolean> => {
    const next = await source.next();
    if (next.done) return false;
    held = held.length === 0 ? Buffer.from(next.value) : Buffer.concat([held, next.value]);
    return true;
  };
  const take = async (most: number): Promise<Buffer> => {
    if (held.length === 0 && !(await more())) throw new Error('the archive ends early');
    const piece = held.subarray(0, most);
    held = held.subarray(piece.length);
    return piece;
  };
  const exactly = async (size: number): Promise<Buffer> => {
    while (held.length < size) if (!(await more())) throw new Error('the archive ends early');
    return take(size);
  };
  async function* contentOf(size: number): AsyncGenerator<Buffer> {
    for (let left = size; left > 0; ) {
      const piece = await take(left);
      left -= piece.length;
      yield piece;
    }
  }
  for (;;) {
    const header = await exactly(block);
    if (header.every((byte) => byte === 0)) {
      while (await more()) held = Buffer.alloc(0);
      return;
    }
    if (header.toString('latin1', 257, 262) !== 'ustar') throw new Error('this is no archive');
    const name = header.toString('utf8', 0, 100).replace(/\0.*$/s, '');
    const size = Number.parseInt(header.toString('latin1', 124, 136), 8);
    yield { name, size, content: contentOf(size) };
    if (size % block > 0) await exactly(block - (size % block));
  }
}
