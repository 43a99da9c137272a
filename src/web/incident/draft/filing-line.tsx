import type { ReactNode } from 'react';
import { type FilingDraft, withoutZone } from '../../../core/index.ts';
import { sayMoment } from '../../duties/view/say-date.ts';
import { useIncident } from '../setting.ts';
import { messages } from './messages.ts';
import { namesOf, type SinceFrozen } from './since-frozen.ts';

type Props = { readonly draft: FilingDraft; readonly since: SinceFrozen; readonly toFinal: (() => void) | undefined };

/** That it was filed, with its proof, and what changed after that. */
export const FilingLine = ({ draft, since, toFinal }: Props): ReactNode => {
  const { say, lang, zone, now, incident, wordsOf } = useIncident();
  const { filing, changed } = since;
  if (!filing) return null;
  const { filedAt, receipt, proof } = filing.value;
  const stage = draft.form.stages?.find((s) => s.id === draft.stage)?.label;
  const number = wordsOf(receipt);
  return (
    <div className="filed">
      <p className="done-line">
        ✓ {say(messages.filed(stage ? say(stage) : draft.stage, sayMoment(withoutZone(filedAt), { lang, zone, now }, incident.zone)))}
      </p>
      <p className="soft">
        {number !== undefined && <span>{say(messages.filedNumber(number))}</span>}{' '}
        {proof && <span>{say(messages.filedProof(proof.length))}</span>}
      </p>
      {changed.length > 0 && <p className="draft-note">{say(messages.filedChanged(namesOf(changed, draft, lang)))}</p>}
      {toFinal && (
        <button type="button" className="btn" onClick={toFinal}>
          {say(messages.nextFinal)}
        </button>
      )}
    </div>
  );
};
