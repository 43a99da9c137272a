import type { ReactNode } from 'react';
import '../../duties/duties.css';
import './duties-tab.css';
import { Board } from '../../duties/board.tsx';
import type { FactDef } from '../../../core/index.ts';
import { useIncident } from '../setting.ts';
import { readAddress } from '../state/use-address.ts';
import { DutyRecord } from './duty-record.tsx';
import { DisputedAnswers } from './disputed-answers.tsx';
import { RecordBar } from './record-bar.tsx';
import { RecordedAnswers } from './recorded-answers.tsx';
import { TakeOver } from './take-over.tsx';
import { typedIn } from './shelf.ts';
import { useRecordedCheck } from './use-recorded-check.ts';

/** A question named in the address: `#<incident>/duties/<fact>`. */
const askedInAddress = (facts: readonly FactDef[]): string | undefined => {
  const { rest } = readAddress(location.hash);
  return facts.find((def) => def.id === rest)?.id;
};

/** Who must be told, by when, on the recorded answers of this incident. */
export const DutiesTab = (): ReactNode => {
  const { knowledge, lang, zone, id } = useIncident();
  const check = useRecordedCheck();
  const asked = askedInAddress(knowledge.facts);
  const before = (
    <>
      <RecordBar check={check} />
      <TakeOver check={check} />
      <DisputedAnswers />
    </>
  );
  return (
    <div id="duties">
      <Board
        key={`${id} ${asked ?? ''}`}
        knowledge={knowledge}
        keeping={check}
        lang={lang}
        zone={zone}
        noticed={() => undefined}
        scope={typedIn(id)}
        first={asked}
        around={{
          before,
          beside: (open) => <RecordedAnswers check={check} open={open} />,
          ofDuty: (duty) => <DutyRecord rule={duty.rule.id} />,
        }}
      />
    </div>
  );
};
