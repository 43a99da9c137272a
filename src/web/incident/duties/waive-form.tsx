import { type FormEvent, type ReactNode, useId, useState } from 'react';
import type { DueStage } from '../../../core/index.ts';
import { useSetting } from '../../duties/parts/setting.ts';
import { useDraft } from '../../duties/parts/use-draft.ts';
import { civilOf } from '../../duties/view/zone-time.ts';
import { useIncident } from '../setting.ts';
import { messages } from './messages.ts';
import { typedIn } from './shelf.ts';

type Props = { readonly obligation: string; readonly stages: readonly DueStage[]; readonly whole: boolean };

/** A decision not to report: why, who decided, when. */
export const WaiveForm = ({ obligation, stages, whole }: Props): ReactNode => {
  const { id, knowledge, speak, me } = useIncident();
  const { say, reader } = useSetting();
  const today = civilOf(reader.now, reader.zone).date;
  const [typed, setTyped, drop] = useDraft(`${typedIn(id)}.waive.${obligation}`, () => ({
    stage: whole ? '' : (stages[0]?.id ?? ''),
    reason: '',
    by: me.name ?? '',
    on: today,
  }));
  const [missing, setMissing] = useState(false);
  const errorId = useId();
  const change = (part: Partial<typeof typed>): void => {
    setMissing(false);
    setTyped({ ...typed, ...part });
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const { stage, reason, by, on } = typed;
    if (reason.trim() === '' || by.trim() === '' || on === '') return setMissing(true);
    const said = await speak({
      kind: 'obligation.waived',
      body: {
        obligation,
        ...(stage !== '' && { stage }),
        reason: { text: reason.trim() },
        decidedBy: { text: by.trim() },
        decidedOn: on,
        bundle: knowledge.hash,
      },
    });
    if (said) drop();
  };
  const wrong = (value: string): { 'aria-invalid': boolean; 'aria-describedby': string } => ({
    'aria-invalid': missing && value.trim() === '',
    'aria-describedby': errorId,
  });
  return (
    <form className="waive" onSubmit={(event) => void submit(event)} noValidate>
      <p className="soft">{say(messages.waiveHint)}</p>
      <label className="field">
        <span>{say(messages.waiveWhat)}</span>
        <select value={typed.stage} onChange={(event) => change({ stage: event.target.value })}>
          {whole && <option value="">{say(messages.waiveAll)}</option>}
          {stages.map((stage) => (
            <option key={stage.id} value={stage.id}>
              {say(stage.label)}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>{say(messages.waiveReason)}</span>
        <textarea value={typed.reason} rows={3} {...wrong(typed.reason)} onChange={(event) => change({ reason: event.target.value })} />
      </label>
      <label className="field">
        <span>{say(messages.waiveBy)}</span>
        <input type="text" value={typed.by} {...wrong(typed.by)} onChange={(event) => change({ by: event.target.value })} />
      </label>
      <label className="field">
        <span>{say(messages.waiveOn)}</span>
        <input type="date" max={today} value={typed.on} {...wrong(typed.on)} onChange={(event) => change({ on: event.target.value })} />
      </label>
      <p className="error" id={errorId} role="alert">
        {missing && say(messages.waiveMissing)}
      </p>
      <button type="submit" className="btn">
        {say(messages.waiveSend)}
      </button>
    </form>
  );
};
