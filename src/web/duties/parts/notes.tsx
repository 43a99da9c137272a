import type { ReactNode } from 'react';
import type { Assessment } from '../../../core/index.ts';
import { messages } from '../messages.ts';
import { home, sayDay, sayMoment, sayZone } from '../view/say-date.ts';
import { writeInstant } from '../view/zone-time.ts';
import { useSetting } from './setting.ts';

/** What the answers rest on: the law of which day, which version of the knowledge, what was never checked, and the zone. */
export const Notes = ({ assessment }: { readonly assessment: Assessment }): ReactNode => {
  const { say, reader, knowledge } = useSetting();
  const unchecked = knowledge.base.rules.some((rule) => rule.sources.some((s) => s.checked === null));
  return (
    <footer className="notes">
      {unchecked && <p className="caution">{say(messages.noneChecked)}</p>}
      <p>{say(messages.asOf(sayMoment(writeInstant(reader.now, reader.zone), reader)))}</p>
      {assessment.governedOn && <p>{say(messages.governed(sayDay(assessment.governedOn, reader)))}</p>}
      {reader.zone !== home && <p>{say(messages.zone(sayZone(reader.zone, reader.lang, reader.now)))}</p>}
      <p>{say(messages.bundle(assessment.bundle.version, assessment.bundle.hash.slice(0, 12)))}</p>
      <button type="button" className="tool print" onClick={() => print()}>
        {say(messages.print)}
      </button>
    </footer>
  );
};
