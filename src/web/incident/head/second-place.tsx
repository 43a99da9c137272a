import { type ReactNode, useEffect, useState } from 'react';
import { useIncident } from '../setting.ts';
import { civilOf } from '../../duties/view/zone-time.ts';

type Place = { readonly set?: boolean; readonly folder?: string | null; readonly problem?: { readonly ja: string; readonly en: string } };

const words = {
  none: {
    ja: '記録の控えを置く場所が、まだありません。このサーバーが壊れると、記録も失われます。',
    en: 'There is no second place for a copy of the record yet. If this server breaks, the record is lost.',
  },
  how: { ja: 'サーバーで npx shodo backup の説明を見てください。', en: 'See npx shodo backup on the server.' },
  later: { ja: 'きょうは閉じる', en: 'Close for today' },
} as const;

const key = 'shodo.second-place.seen';

const seenOn = (): string | null => {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
};

/** Whether a second place is missing; undefined where the server does not say. */
const isMissing = async (): Promise<boolean | undefined> => {
  try {
    const answer = await fetch('/api/v1/second-place', { cache: 'no-store' });
    if (!answer.ok) return undefined;
    const place = (await answer.json()) as Place;
    return place.set === false || (place.set === undefined && place.folder === null);
  } catch {
    return undefined;
  }
};

/** Says once a day that the record has no second place. Can be put away until tomorrow. */
export const SecondPlace = (): ReactNode => {
  const { say, now, zone } = useIncident();
  const today = civilOf(now, zone).date;
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (seenOn() === today) return;
    let gone = false;
    void isMissing().then((missing) => {
      if (!gone && missing) setShown(true);
    });
    return () => {
      gone = true;
    };
  }, [today]);
  if (!shown) return null;
  const close = (): void => {
    setShown(false);
    try {
      localStorage.setItem(key, today);
    } catch {
      // Said again on the next page.
    }
  };
  return (
    <div className="bar-note">
      <p>
        {say(words.none)} {say(words.how)}
      </p>
      <button type="button" className="tool" onClick={close}>
        {say(words.later)}
      </button>
    </div>
  );
};
