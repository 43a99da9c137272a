import type { ReactNode } from 'react';
import { useWide } from '../duties/parts/use-wide.ts';
import { messages } from './messages.ts';
import { useIncident } from './setting.ts';
import { Actions } from './actions/actions.tsx';
import { Deadline } from './head/deadline.tsx';
import { Situation } from './head/situation.tsx';
import { RecordInput } from './timeline/record-input.tsx';
import { Timeline } from './timeline/timeline.tsx';
import { goTo } from './view/go-to.ts';

type Props = { readonly held: number; readonly show: () => void };

/** The first tab: where things stand, what to do now, and the record. In one column what comes next stands first, for every reader. */
export const Room = ({ held, show }: Props): ReactNode => {
  const { frame, wide } = useWide();
  return (
    <div className="room" ref={frame}>
      {wide && <Situation />}
      <Deadline />
      {!wide && <Situation />}
      <Actions />
      <div className="record">
        <RecordInput />
        <Timeline held={held} show={show} />
      </div>
      <Thumb />
    </div>
  );
};

/** On a phone the two things one comes for lie at the thumb. */
const Thumb = (): ReactNode => {
  const { say } = useIncident();
  return (
    <div className="room-thumb">
      <button type="button" className="btn" onClick={() => goTo('do-now')}>
        {say(messages.seeSteps)}
      </button>
      <button type="button" className="btn main" onClick={() => goTo('record-text', 'center')}>
        {say(messages.writeNow)}
      </button>
    </div>
  );
};
