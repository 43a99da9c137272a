import type { ReactNode } from 'react';
import type { FactId, Text } from '../../../core/index.ts';
import { messages } from '../messages.ts';
import type { FormProps } from './form-props.ts';
import { useSetting } from './setting.ts';

/** Facts whose mere suspicion is a fact of its own in the catalogue. */
const suspicions: Readonly<Record<FactId, FactId>> = { occurred: 'suspected' };

export const AnswerYesNo = ({ def, value, answer, suspect }: FormProps): ReactNode => {
  const { say, defs } = useSetting();
  const suspicion = suspicions[def.id];
  const button = (label: Text, given: boolean | null, wide = false): ReactNode => (
    <button type="button" aria-pressed={value === given} className={wide ? 'wide' : undefined} onClick={() => answer(given)}>
      {say(label)}
    </button>
  );
  const offersSuspicion = suspicion !== undefined && defs.has(suspicion) && suspect !== undefined;
  return (
    <div className="answers">
      {button(messages.yes, true)}
      {offersSuspicion && (
        <button type="button" onClick={() => suspect(suspicion)}>
          {say(messages.suspected)}
        </button>
      )}
      {button(messages.no, false)}
      {button(messages.unknown, null, !offersSuspicion)}
    </div>
  );
};
