import { useEffect, useState } from 'react';
import { isUuid } from '../../../core/index.ts';

/** What the address names: `#<uuid>/<tab>`, or `#drill` to begin a practice. */
export type Address = { readonly id: string | undefined; readonly tab: string; readonly rest: string; readonly drill: boolean };

/** Reads `#<uuid>/<tab>` or `#drill`; what is neither names no incident. */
export const readAddress = (hash: string): Address => {
  const [id = '', tab = '', ...rest] = decodeURIComponent(hash.replace(/^#/, '')).split('/');
  return { id: isUuid(id) ? id : undefined, tab, rest: rest.join('/'), drill: id === 'drill' };
};

/** The address of the page, as it changes. */
export const useAddress = (): Address => {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const follow = (): void => setHash(location.hash);
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return readAddress(hash);
};
