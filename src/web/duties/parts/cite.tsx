import type { ReactNode } from 'react';
import { useSetting } from './setting.ts';

const japanese = /[぀-ヿ一-鿿]/;

/** An article or a title as its author writes it. On the English screen a Japanese one is marked, so that it is read aloud rightly. */
export const Cite = ({ text }: { readonly text: string }): ReactNode => {
  const { reader } = useSetting();
  return <span lang={reader.lang !== 'ja' && japanese.test(text) ? 'ja' : undefined}>{text}</span>;
};
