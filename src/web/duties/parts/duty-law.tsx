import type { ReactNode } from 'react';
import type { Obligation } from '../../../core/index.ts';
import { levelNames } from '../../messages.ts';
import { messages } from '../messages.ts';
import { sayDay } from '../view/say-date.ts';
import { Cite } from './cite.tsx';
import { useSetting } from './setting.ts';

/** How binding it is, the article, and the day on which the text it rests on first of all was read. */
export const DutyLaw = ({ duty }: { readonly duty: Obligation }): ReactNode => {
  const { say, reader } = useSetting();
  const { level, cite, sources } = duty.rule;
  const read = sources.find((s) => s.readOn !== null)?.readOn;
  return (
    <p className="law soft">
      <span>{say(levelNames[level])}</span> <Cite text={cite} />{' '}
      <span>{read ? `${say(messages.textRead)} ${sayDay(read, reader)}` : say(messages.neverRead)}</span>
    </p>
  );
};
