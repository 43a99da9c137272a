import type { ReactNode } from 'react';
import { type DraftField, type FilingDraft, truthOf } from '../../../core/index.ts';
import { sayAnswer } from '../../duties/view/say-answer.ts';
import { strengths } from '../../strengths.ts';
import { nameOf } from '../view/people.ts';
import { useIncident } from '../setting.ts';
import { AmendForm } from './amend-form.tsx';
import { CopyButton } from './copy-button.tsx';
import { DraftOrigins } from './draft-origins.tsx';
import { messages } from './messages.ts';

type Props = { readonly of: DraftField; readonly draft: FilingDraft; readonly changed: boolean; readonly filed: boolean };

/** One field: its words, what state they are in, where they come from, and how to change or copy them. */
export const DraftFieldRow = ({ of, draft, changed, filed }: Props): ReactNode => {
  const { say, lang } = useIncident();
  const { field, text, state } = of;
  const title = `field-${field.id}`;
  return (
    <article className={`draft-field ${state}`} aria-labelledby={title}>
      <h4 id={title} tabIndex={-1}>
        {say(field.label)} <Marks of={of} />
      </h4>
      {field.help && <p className="soft">{say(field.help)}</p>}
      {text.ja !== '' ? (
        <p className="draft-words" lang="ja">
          {text.ja}
        </p>
      ) : (
        <p className="soft">{say(messages.nothing)}</p>
      )}
      {lang === 'en' && text.en !== '' && text.en !== text.ja && <p className="draft-aid">{text.en}</p>}
      <Notes of={of} changed={changed} filed={filed} />
      <Disputes of={of} draft={draft} />
      <div className="row-acts">
        {text.ja !== '' && <CopyButton words={text.ja} label={messages.copy} describedBy={title} />}
        <AmendForm of={of} draft={draft} />
        <DraftOrigins of={of} />
      </div>
    </article>
  );
};

/** Never colour alone: each state has its word. */
const Marks = ({ of }: { readonly of: DraftField }): ReactNode => {
  const { say } = useIncident();
  const { state, field, origins, disputed, rivals } = of;
  const hand = origins.some((o) => o.from === 'hand');
  return (
    <>
      {state === 'under-investigation' && <span className="badge waiting">{say(messages.waiting)}</span>}
      {state === 'gap' && <span className="badge empty">{say(messages.gap)}</span>}
      {state === 'optional-empty' && <span className="badge">{say(messages.optional)}</span>}
      {(disputed.length > 0 || rivals.length > 0) && <span className="badge waiting">{say(messages.disputed)}</span>}
      {hand && <span className="badge">{say(messages.hand)}</span>}
      {field.choices && truthOf(field.choices) === 'not-read' && <span className="truth not-read">{say(strengths.unconfirmed)}</span>}
    </>
  );
};

const Notes = ({ of, changed, filed }: Pick<Props, 'of' | 'changed' | 'filed'>): ReactNode => {
  const { say } = useIncident();
  const { behind, wordless, tooLong, field, candidates, text } = of;
  const unchosen = candidates.filter((c) => !text.ja.includes(c.text.ja)).length;
  return (
    <>
      {changed && <p className="draft-note">{say(filed ? messages.changedAfter : messages.changedSinceApproval)}</p>}
      {behind && <p className="draft-note">{say(messages.behind)}</p>}
      {wordless && <p className="draft-note">{say(messages.wordless)}</p>}
      {unchosen > 0 && <p className="soft">{say(messages.unchosen(unchosen))}</p>}
      {tooLong && field.limit && <p className="draft-note">{say(messages.tooLong(field.limit.characters))}</p>}
    </>
  );
};

/** Statements that differ: all of them, and the way to decide. */
const Disputes = ({ of, draft }: Pick<Props, 'of' | 'draft'>): ReactNode => {
  const setting = useIncident();
  const { say, lang, zone, now, id, incident, knowledge, wordsOf, speak } = setting;
  const { disputed, rivals, field } = of;
  if (disputed.length + rivals.length === 0) return null;
  const choose = (words: string): Promise<boolean> =>
    speak({ kind: 'draft.amended', body: { form: draft.form.id, stage: draft.stage, fields: { [field.id]: { text: words } } } });
  return (
    <ul className="dots">
      {disputed.map((fact) => {
        const def = knowledge.facts.find((f) => f.id === fact);
        return (
          <li key={fact}>
            <a href={`#${id}/duties/${fact}`}>{def ? say(def.question) : fact}</a>{' '}
            {incident.facts[fact]?.map((s) => (
              <span key={s.entry} className="statement">
                {sayAnswer(s.value.value, def, { lang, zone, now })} <span className="soft">（{nameOf(s.actor, setting)}）</span>
              </span>
            ))}
          </li>
        );
      })}
      {rivals.map((rival) => {
        const words = wordsOf(rival.value);
        return (
          words !== undefined && (
            <li key={rival.entry}>
              <span className="draft-words" lang="ja">
                {words}
              </span>{' '}
              <span className="soft">{nameOf(rival.actor, setting)}</span>{' '}
              <button type="button" className="link" onClick={() => void choose(words)}>
                {say(messages.choose)}
              </button>
            </li>
          )
        );
      })}
    </ul>
  );
};
