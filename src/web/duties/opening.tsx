import { type ReactNode, useEffect, useState } from 'react';
import type { DutyKnowledge, Lang } from '../../core/index.ts';
import { Check } from './check.tsx';
import { loadKnowledge } from './load-knowledge.ts';
import { messages } from './messages.ts';
import { SafetyNet } from './safety-net.tsx';
import type { Shelf } from './state/storage.ts';
import type { CaseFacts } from './state/use-check.ts';

type Props = {
  readonly url: string;
  readonly cases: CaseFacts;
  readonly shelf: Shelf | undefined;
  readonly lang: Lang;
  readonly zone: string;
};

type Loading = { readonly knowledge?: DutyKnowledge; readonly failed: boolean };

/** From the first moment of the page to the check: waiting (said only after 300 ms), failed, or here. */
export const Opening = ({ url, ...rest }: Props): ReactNode => {
  const [{ knowledge, failed }, setLoading] = useState<Loading>({ failed: false });
  const [slow, setSlow] = useState(false);
  const load = async (): Promise<void> => {
    setLoading({ failed: false });
    const found = await loadKnowledge(url);
    setLoading(found ? { knowledge: found, failed: false } : { failed: true });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page opens
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 300);
    void load();
    return () => clearTimeout(timer);
  }, []);
  const broken = (
    <div className="check-failed" role="alert">
      <p>
        <b>{messages.broken[rest.lang]}</b>
      </p>
      <p>{messages.brokenDo[rest.lang]}</p>
      <a className="btn" href={`/${rest.lang}/qa/`}>
        {messages.toQuestions[rest.lang]}
      </a>
    </div>
  );
  if (knowledge)
    return (
      <SafetyNet instead={broken}>
        <Check knowledge={knowledge} {...rest} />
      </SafetyNet>
    );
  if (failed)
    return (
      <div className="check-failed" role="alert">
        <p>
          <b>{messages.failed[rest.lang]}</b>
        </p>
        <p>{messages.failedDo[rest.lang]}</p>
        <button type="button" className="btn" onClick={() => void load()}>
          {messages.retry[rest.lang]}
        </button>
      </div>
    );
  return (
    <div className="check-wait" aria-busy="true">
      {slow && <p role="status">{messages.loading[rest.lang]}</p>}
    </div>
  );
};
