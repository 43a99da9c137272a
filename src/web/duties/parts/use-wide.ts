import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** Width, in the reader's own text size, from which the question stands beside the results. The stylesheet says the same. */
const enough = 60;

const isWide = (element: Element): boolean =>
  element.clientWidth >= enough * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);

/** Whether two columns fit. Measured in rem, so that large text gives one column. */
export const useWide = (): { readonly frame: RefObject<HTMLDivElement | null>; readonly wide: boolean } => {
  const frame = useRef<HTMLDivElement>(null);
  const [wide, setWide] = useState(false);
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    setWide(isWide(element));
    const observer = new ResizeObserver(() => setWide(isWide(element)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { frame, wide };
};
