import { hasher } from '../../record/hasher.ts';

/** A photo as it is kept: bytes of at most 1 MB, and what tells the original file. */
export type Photo = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly originalHash: string;
  readonly originalBytes: number;
  /** The kept picture is smaller than the original. */
  readonly smaller: boolean;
};

const most = 1_000_000;
const shown = /^image\/(jpeg|png|webp|gif)$/;

const toJpeg = async (picture: ImageBitmap, side: number, quality: number): Promise<Blob | null> => {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
};

/** Reads a picture file; undefined where this browser cannot open it. Too large ones are made smaller on the device. */
export const readPhoto = async (file: File): Promise<Photo | undefined> => {
  const original = new Uint8Array(await file.arrayBuffer());
  const told = { name: file.name, originalHash: hasher.ofBytes(original), originalBytes: original.length };
  try {
    const picture = await createImageBitmap(file);
    if (original.length <= most && shown.test(file.type)) return { ...told, bytes: original, smaller: false };
    for (const [side, quality] of [
      [2400, 0.85],
      [1600, 0.8],
      [1200, 0.7],
      [800, 0.6],
    ] as const) {
      const blob = await toJpeg(picture, side, quality);
      if (blob && blob.size <= most) return { ...told, bytes: new Uint8Array(await blob.arrayBuffer()), smaller: true };
    }
  } catch {
    // Not a picture that this browser knows.
  }
  return undefined;
};
