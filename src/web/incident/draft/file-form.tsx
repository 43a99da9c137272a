import { type FormEvent, type ReactNode, useId, useRef, useState } from 'react';
import { type Draft, sayFiled, type Text } from '../../../core/index.ts';
import { useDraft } from '../../duties/parts/use-draft.ts';
import { civilOf, instantOf, writeSaid } from '../../duties/view/zone-time.ts';
import { typedIn } from '../duties/shelf.ts';
import { useIncident } from '../setting.ts';
import { messages } from './messages.ts';
import { readProof } from './read-proof.ts';

type Props = {
  readonly obligation: string;
  readonly stages: readonly { readonly id: string; readonly label: Text }[];
  readonly channel?: string;
  readonly approval?: string;
};

/** What came back from submitting: when, the number, a picture. One touch records all of it. */
export const FileForm = ({ obligation, stages, channel, approval }: Props): ReactNode => {
  const { say, id, zone, now, knowledge, speak } = useIncident();
  const first = stages[0];
  const [typed, setTyped, drop] = useDraft(`${typedIn(id)}.file.${obligation}.${first?.id}`, () => ({
    ...civilOf(now, zone),
    receipt: '',
    stage: first?.id ?? '',
  }));
  const [picture, setPicture] = useState<File>();
  const [wrong, setWrong] = useState<keyof typeof messages & ('fileError' | 'fileFuture' | 'proofError')>();
  const [timeErrorId, proofErrorId] = [useId(), useId()];
  const [dayBox, pictureBox] = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)];
  const refuse = (why: NonNullable<typeof wrong>): void => {
    setWrong(why);
    (why === 'proofError' ? pictureBox : dayBox).current?.focus();
  };
  const change = (part: Partial<typeof typed>): void => {
    setWrong(undefined);
    setTyped({ ...typed, ...part });
  };
  const label = stages.find((s) => s.id === typed.stage)?.label ?? first?.label ?? { ja: '', en: '' };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (typed.date === '' || typed.time === '') return refuse('fileError');
    const at = instantOf(typed.date, typed.time, zone);
    if (at > Date.now() + 60_000) return refuse('fileFuture');
    const proof = picture && (await readProof(picture));
    if (picture && !proof) return refuse('proofError');
    const evidence = crypto.randomUUID();
    const kept: readonly Draft[] = proof
      ? [
          {
            kind: 'evidence.added',
            body: {
              evidence,
              label: { text: messages.proofLabel(label.ja).ja },
              picture: { ...proof, originalHash: { text: proof.originalHash } },
            },
          },
        ]
      : [];
    const filed = sayFiled(
      { obligation, stage: typed.stage, bundle: knowledge.hash },
      {
        filedAt: writeSaid(at, zone),
        receipt: typed.receipt,
        proof: proof ? [evidence] : [],
        ...(channel !== undefined && { channel }),
        ...(approval !== undefined && { approval }),
      },
    );
    const said = await speak(...kept, filed);
    if (said) drop();
  };
  const isTimeWrong = wrong === 'fileError' || wrong === 'fileFuture';
  const timeProps = { 'aria-invalid': isTimeWrong, 'aria-describedby': timeErrorId };
  return (
    <form className="file-form" onSubmit={(event) => void submit(event)} noValidate>
      {stages.length > 1 && (
        <label className="field">
          <span>{say(messages.whichFiled)}</span>
          <select value={typed.stage} onChange={(event) => change({ stage: event.target.value })}>
            {stages.map((s) => (
              <option key={s.id} value={s.id}>
                {say(s.label)}
              </option>
            ))}
          </select>
        </label>
      )}
      <div className="pair">
        <label className="field">
          <span>{say(messages.filedAtDay)}</span>
          <input ref={dayBox} type="date" value={typed.date} {...timeProps} onChange={(event) => change({ date: event.target.value })} />
        </label>
        <label className="field">
          <span>{say(messages.filedAtTime)}</span>
          <input type="time" value={typed.time} {...timeProps} onChange={(event) => change({ time: event.target.value })} />
        </label>
      </div>
      <p className="error" id={timeErrorId} role="alert">
        {isTimeWrong && say(messages[wrong])}
      </p>
      <label className="field">
        <span>{say(messages.receipt)}</span>
        <input type="text" value={typed.receipt} onChange={(event) => change({ receipt: event.target.value })} />
      </label>
      <label className="field">
        <span>{say(messages.proof)}</span>
        <input
          ref={pictureBox}
          type="file"
          accept="image/*"
          aria-invalid={wrong === 'proofError'}
          aria-describedby={proofErrorId}
          onChange={(event) => {
            setWrong(undefined);
            setPicture(event.target.files?.[0]);
          }}
        />
      </label>
      <p className="error" id={proofErrorId} role="alert">
        {wrong === 'proofError' && say(messages.proofError)}
      </p>
      <button type="submit" className="btn main">
        {say(messages.fileSend)}
      </button>
    </form>
  );
};
