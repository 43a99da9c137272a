import { type ReactNode, useEffect, useRef } from 'react';
import type { Part } from '../../../core/index.ts';

/** A kept picture, drawn from its bytes: no address is made for it that anything else could load. */
export const Picture = ({ part, label }: { readonly part: Part; readonly label: string }): ReactNode => {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let gone = false;
    createImageBitmap(new Blob([part.bytes as Uint8Array<ArrayBuffer>])).then(
      (picture) => {
        const element = canvas.current;
        if (gone || !element) return;
        const scale = Math.min(1, 1200 / Math.max(picture.width, picture.height));
        element.width = picture.width * scale;
        element.height = picture.height * scale;
        element.getContext('2d')?.drawImage(picture, 0, 0, element.width, element.height);
      },
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [part]);
  return <canvas ref={canvas} className="picture" role="img" aria-label={label} width={320} height={200} />;
};
