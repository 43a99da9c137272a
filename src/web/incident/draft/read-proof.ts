import { hasher } from '../../record/hasher.ts';

/** A picture on its way into a body: its bytes, made smaller where the original is large, and the hash of the original file. */
export type Proof = { readonly image: { readonly bytes: Uint8Array }; readonly originalHash: string; readonly originalBytes: number };

/** Larger originals are drawn again: enough to read a receipt, small enough for a phone's outbox. */
const asItIs = 400_000;
const longestSide = 1600;

const drawSmaller = async (file: File): Promise<Uint8Array | undefined> => {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85));
  return blob ? new Uint8Array(await blob.arrayBuffer()) : undefined;
};

/** Reads a chosen picture; undefined where the browser cannot. */
export const readProof = async (file: File): Promise<Proof | undefined> => {
  try {
    const original = new Uint8Array(await file.arrayBuffer());
    const bytes = original.length <= asItIs ? original : await drawSmaller(file);
    if (!file.type.startsWith('image/') || !bytes || bytes.length === 0) return undefined;
    return { image: { bytes }, originalHash: hasher.ofBytes(original), originalBytes: original.length };
  } catch {
    return undefined;
  }
};
