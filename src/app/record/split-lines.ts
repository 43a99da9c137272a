/** Bytes of one line of a log, at most: a picture in base64url fits many times. */
const lineBytesMax = 64 * 1024 * 1024;

/** One line: its text, or undefined where it is not UTF-8 or far too long. `ended`: a line feed stood after it. */
export type RawLine = { readonly text: string | undefined; readonly ended: boolean };

const joined = (pieces: readonly Uint8Array[], size: number): Uint8Array => {
  if (pieces.length === 1) return pieces[0] as Uint8Array;
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
};

/**
 * Cuts a stream of bytes into lines, holding one line at a time. Bytes that are not UTF-8 are not mended: a changed bit
 * must not read as the text that was there before.
 */
export async function* splitLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<RawLine> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let pieces: Uint8Array[] = [];
  let size = 0;
  const take = (ended: boolean): RawLine => {
    const whole = size > lineBytesMax ? undefined : joined(pieces, size);
    pieces = [];
    size = 0;
    try {
      return { text: whole && decoder.decode(whole), ended };
    } catch {
      return { text: undefined, ended };
    }
  };
  const keep = (piece: Uint8Array): void => {
    size += piece.length;
    if (size <= lineBytesMax) pieces.push(piece);
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      keep(chunk.subarray(from, at));
      from = at + 1;
      yield take(true);
    }
    if (from < chunk.length) keep(chunk.slice(from));
  }
  if (size > 0) yield take(false);
}
