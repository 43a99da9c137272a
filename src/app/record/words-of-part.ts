import type { ErasedPart, Part } from '../../core/index.ts';

const decoder = new TextDecoder('utf-8', { fatal: true });

/** The words of a part; undefined where it is not at hand (withheld), erased, or a picture. */
export const wordsOfPart = (part: Part | ErasedPart | undefined): string | undefined => {
  if (!part || 'erased' in part) return undefined;
  try {
    return decoder.decode(part.bytes);
  } catch {
    return undefined;
  }
};
