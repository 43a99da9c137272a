import type { ReactNode } from 'react';
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
  </div>
);
