import { type FormEvent, type ReactNode, useId, useState } from 'react';
import type { DraftField, FilingDraft } from '../../../core/index.ts';
import { useDraft } from '../../duties/parts/use-draft.ts';
import { typedIn } from '../duties/shelf.ts';
import { useIncident } from '../setting.ts';
import { Candidates } from './candidates.tsx';
import { messages } from './messages.ts';

type Props = { readonly of: DraftField; readonly draft: FilingDraft };

/** Words of one's own in place of those from the record. What is typed stays until it is used. */
export const AmendForm = ({ of, draft }: Props): ReactNode => {
  const { say } = useIncident();
  const [open, setOpen] = useState(false);
  return (
    <details className="amend" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say(messages.amend)}</summary>
      {open && <Amend of={of} draft={draft} close={() => setOpen(false)} />}
    </details>
  );
};

const Amend = ({ of, draft, close }: Props & { readonly close: () => void }): ReactNode => {
  const { say, id, speak } = useIncident();
  const { field, text, state, origins } = of;
  // 「調査中」 is said by the program; everything else that stands there is a beginning.
  const first = state === 'under-investigation' ? '' : text.ja;
  const [words, setWords, drop] = useDraft(`${typedIn(id)}.draft.${draft.form.id}.${draft.stage}.${field.id}`, () => first);
  const inputId = useId();
  const amend = async (said: string): Promise<void> => {
    const kept = await speak({
      kind: 'draft.amended',
      body: { form: draft.form.id, stage: draft.stage, fields: { [field.id]: { text: said } } },
    });
    if (!kept) return;
    drop();
    close();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (words.trim() !== '' && words !== first) void amend(words.trim());
    else close();
  };
  return (
    <form onSubmit={submit}>
      <label htmlFor={inputId}>{say(messages.amendLabel(say(field.label)))}</label>
      <textarea id={inputId} lang="ja" rows={field.long ? 8 : 3} value={words} onChange={(event) => setWords(event.target.value)} />
      <Candidates of={of} words={words} add={(line) => setWords(words === '' ? line : `${words}\n${line}`)} />
      <div className="acts">
        <button type="submit" className="btn">
          {say(messages.amendSave)}
        </button>
        {origins.some((o) => o.from === 'hand') && (
          <button type="button" className="tool" onClick={() => void amend('')}>
            {say(messages.giveBack)}
          </button>
        )}
      </div>
    </form>
  );
};
