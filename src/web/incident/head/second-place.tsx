import { type ReactNode, useEffect, useState } from 'react';
import type { Text } from '../../../core/index.ts';
import { useIncident } from '../setting.ts';
import { civilOf } from '../../duties/view/zone-time.ts';

type Place = { readonly folder: string | null; readonly problem?: Text };

const words = {
  none: {
    ja: '記録の控えを置く場所が、まだありません。',
    en: 'There is no second place for a copy of the record yet.',
  },
  else: {
    ja: 'このサーバが壊れると、記録も失われます。',
    en: 'If this server breaks, the record is lost.',
  },
  choose: { ja: '置き場所を決める', en: 'Choose a place' },
  see: { ja: '置き場所を見る', en: 'See the second place' },
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

/** What is wrong with the second place; undefined where nothing is, or the server does not say. */
const lackOf = async (): Promise<Text | undefined> => {
  try {
    const answer = await fetch('/api/v1/second-place', { cache: 'no-store' });
    if (!answer.ok) return undefined;
    const { folder, problem } = (await answer.json()) as Place;
    return folder === null ? words.none : problem;
  } catch {
    return undefined;
  }
};

/** Says once a day that the record has no second place. Can be put away until tomorrow. */
export const SecondPlace = (): ReactNode => {
  const { say, lang, now, zone } = useIncident();
  const today = civilOf(now, zone).date;
  const [lack, setLack] = useState<Text>();
  useEffect(() => {
    if (seenOn() === today) return;
    let gone = false;
    void lackOf().then((found) => {
      if (!gone) setLack(found);
    });
    return () => {
      gone = true;
    };
  }, [today]);
  if (!lack) return null;
  const close = (): void => {
    setLack(undefined);
    try {
      localStorage.setItem(key, today);
    } catch {
      // Said again on the next page.
    }
  };
  return (
    <div className="bar-note second-place">
      <p>
        {say(lack)}
        {lack === words.none && <span className="wide">{`${lang === 'ja' ? '' : ' '}${say(words.else)}`}</span>}{' '}
        <a href={`/${lang}/second-place/`}>{say(lack === words.none ? words.choose : words.see)}</a>
      </p>
      <button type="button" className="tool" onClick={close}>
        {say(words.later)}
      </button>
    </div>
  );
};
