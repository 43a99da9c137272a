import type { ReactNode } from 'react';
import { useSetting } from '../../duties/parts/setting.ts';
import type { Move } from '../../duties/state/answers.ts';
import { readKept } from '../../duties/state/storage.ts';
import { messages } from './messages.ts';
import { shelfOfDevice } from './shelf.ts';
import type { RecordedCheck } from './use-recorded-check.ts';

/** Offers the answers that this device kept in the duties check by itself, as far as the record has none. */
export const TakeOver = ({ check }: { readonly check: RecordedCheck }): ReactNode => {
  const { say, knowledge, defs } = useSetting();
  const { incident, organisation } = readKept(shelfOfDevice(), knowledge.facts);
  const moves = Object.entries({ ...organisation, ...incident }).flatMap(([fact, answer]): readonly Move[] => {
    const def = defs.get(fact);
    const { value, at, learned } = answer;
    return def && value !== null && !Object.hasOwn(check.answers, fact) ? [{ do: 'answer', def, value, at, learned }] : [];
  });
  // What a device knows of the organisation alone is no reason to ask.
  if (moves.length === 0 || Object.keys(incident).length === 0) return null;
  return (
    <p className="advice">
      <button type="button" className="link" onClick={() => check.act(...moves)}>
        {say(messages.take(moves.length))}
      </button>{' '}
      <span className="soft">{say(messages.takeHint)}</span>
    </p>
  );
};
