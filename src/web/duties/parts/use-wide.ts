import { useSyncExternalStore } from 'react';

/** Two columns fit. In em, so that large text gives one column. */
const query = '(min-width: 64em)';

const watch = (tell: () => void): (() => void) => {
  const media = matchMedia(query);
  media.addEventListener('change', tell);
  return () => media.removeEventListener('change', tell);
};

export const useWide = (): boolean => useSyncExternalStore(watch, () => matchMedia(query).matches);
