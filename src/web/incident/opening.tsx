import { type ReactNode, useEffect, useState } from 'react';
import type { Lang } from '../../core/index.ts';
import { SafetyNet } from '../duties/safety-net.tsx';
import { openRecord, type Record } from '../record/open-record.ts';
import { messages } from './messages.ts';
import { type Loaded, loadAssets } from './state/load-assets.ts';

type Props = {
  readonly element: HTMLElement;
  readonly children: (loaded: Loaded, record: Record, lang: Lang) => ReactNode;
};

type State = { readonly loaded?: Loaded; readonly record?: Record; readonly failed: boolean };

/** From the first moment of the page to the record: waiting (said only after 300 ms), failed, or here. */
export const Opening = ({ element, children }: Props): ReactNode => {
  const lang: Lang = document.documentElement.lang === 'en' ? 'en' : 'ja';
  const [{ loaded, record, failed }, setState] = useState<State>({ failed: false });
  const [slow, setSlow] = useState(false);
  const load = async (): Promise<void> => {
    setState({ failed: false });
    const [found, opened] = await Promise.all([loadAssets(element), openRecord()]);
    setState(found ? { loaded: found, record: opened, failed: false } : { failed: true });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page opens
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 300);
    void load();
    return () => clearTimeout(timer);
  }, []);
  const broken = (
    <div className="room-message" role="alert">
      <h1>{messages.broken[lang]}</h1>
      <p>{messages.brokenDo[lang]}</p>
      <a className="btn" href={`/${lang}/`}>
        {messages.home[lang]}
      </a>
    </div>
  );
  if (loaded && record) return <SafetyNet instead={broken}>{children(loaded, record, lang)}</SafetyNet>;
  if (failed)
    return (
      <div className="room-message" role="alert">
        <h1>{messages.failed[lang]}</h1>
        <p>{messages.failedDo[lang]}</p>
        <button type="button" className="btn" onClick={() => void load()}>
          {messages.retry[lang]}
        </button>
      </div>
    );
  return <Waiting lang={lang} slow={slow} />;
};

/** Nothing for 300 ms, then that something is coming. */
export const Waiting = ({ lang, slow }: { readonly lang: Lang; readonly slow: boolean }): ReactNode => (
  <div className="room-wait" aria-busy="true">
    <h1 className="vh">{messages.timeline[lang]}</h1>
    {slow && (
      <>
        <p role="status">{messages.loading[lang]}</p>
        <div className="bones" aria-hidden="true">
          <span />
          <span />
          <span />
        </div>
      </>
    )}
  </div>
);
