import type { ReactNode } from 'react';
import { messages } from './messages.ts';
import { useIncident } from './setting.ts';
import { Actions } from './actions/actions.tsx';
import { Deadline } from './head/deadline.tsx';
import { Situation } from './head/situation.tsx';
import { RecordInput } from './timeline/record-input.tsx';
import { Timeline } from './timeline/timeline.tsx';

type Props = { readonly held: number; readonly show: () => void };

/** The first tab: where things stand, what to do now, and the record. */
export const Room = ({ held, show }: Props): ReactNode => (
  <div className="room">
    <Situation />
    <Deadline />
    <Actions />
    <div className="record">
      <RecordInput />
      <Timeline held={held} show={show} />
    </div>
    <Thumb />
  </div>
);

/** On a phone the two things one comes for lie at the thumb. */
const Thumb = (): ReactNode => {
  const { say } = useIncident();
  const go = (id: string): void => {
    const place = document.getElementById(id);
    place?.scrollIntoView({ block: id === 'record-text' ? 'center' : 'start' });
    place?.focus({ preventScroll: true });
  };
  return (
    <div className="room-thumb">
      <button type="button" className="btn" onClick={() => go('do-now')}>
        {say(messages.seeSteps)}
      </button>
      <button type="button" className="btn main" onClick={() => go('record-text')}>
        {say(messages.writeNow)}
      </button>
    </div>
  );
};
