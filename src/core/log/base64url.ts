const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const values = new Map([...alphabet].map((letter, i) => [letter, i]));

/** Base64url without padding (RFC 4648 §5). */
export const toBase64url = (bytes: Uint8Array): string => {
  const pieces: string[] = [];
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(i, i + 3);
    const word = (a << 16) | (b << 8) | c;
    const left = bytes.length - i;
    pieces.push(
      `${alphabet[word >> 18]}${alphabet[(word >> 12) & 63]}${left > 1 ? alphabet[(word >> 6) & 63] : ''}${left > 2 ? alphabet[word & 63] : ''}`,
    );
  }
  return pieces.join('');
};

/** The bytes of a base64url text; undefined when it is none, or one that another text would spell too. */
export const fromBase64url = (text: string): Uint8Array | undefined => {
  if (text.length % 4 === 1) return undefined;
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let [word, bits, at] = [0, 0, 0];
  for (const letter of text) {
    const value = values.get(letter);
    if (value === undefined) return undefined;
    word = ((word << 6) | value) & 0xffffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = (word >> bits) & 255;
  }
  return (word & ((1 << bits) - 1)) === 0 ? bytes : undefined;
};
