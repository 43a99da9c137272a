import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { latest } from '../../../core/index.ts';
import { messages } from '../messages.ts';
import { useIncident } from '../setting.ts';
import { isComposing } from '../view/composing.ts';
import { nameOf } from '../view/people.ts';
import { sayWhen } from '../view/say-time.ts';
import { takeFocus } from '../view/take-focus.ts';

type Line = 'conditions' | 'actions' | 'needs';
const lines: readonly Line[] = ['conditions', 'actions', 'needs'];
const hints = { conditions: messages.conditionsHint, actions: messages.actionsHint, needs: messages.needsHint } as const;

/** Conditions, actions, needs: three lines that anyone can read in ten seconds, edited where they stand. */
export const Situation = (): ReactNode => (
  <dl className="situation">
    {lines.map((line) => (
      <SituationLine key={line} line={line} />
    ))}
  </dl>
);

const SituationLine = ({ line }: { readonly line: Line }): ReactNode => {
  const setting = useIncident();
  const { say, incident, wordsOf, speak } = setting;
  const [typed, setTyped] = useState<string>();
  const button = useRef<HTMLButtonElement>(null);
  const register = incident.situation[line];
  const text = wordsOf(latest(register)?.value);
  const leave = (): void => {
    setTyped(undefined);
    setTimeout(() => button.current?.focus(), 0);
  };
  const save = async (): Promise<void> => {
    const next = typed?.trim() ?? '';
    if (next === '' || next === text) leave();
    else if (await speak({ kind: 'situation.stated', body: { [line]: { text: next } } })) leave();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (isComposing(event)) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      void save();
    } else if (event.key === 'Escape') leave();
  };
  return (
    <div>
      <dt id={`sit-${line}`}>{say(messages[line])}</dt>
      <dd>
        {typed === undefined ? (
          <button ref={button} type="button" className={text === undefined ? 'line empty' : 'line'} onClick={() => setTyped(text ?? '')}>
            {text ?? <span className="hint">{say(hints[line])}</span>}
            <span className="vh">{say({ ja: `（${messages.edit.ja}）`, en: ` (${messages.edit.en})` })}</span>
          </button>
        ) : (
          <div className="line-form">
            <textarea
              ref={takeFocus}
              data-still
              rows={2}
              aria-labelledby={`sit-${line}`}
              placeholder={say(hints[line])}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              onKeyDown={onKey}
            />
            <button type="button" className="tool" onClick={() => void save()}>
              {say(messages.save)}
            </button>
            <button type="button" className="tool" onClick={leave}>
              {say(messages.cancel)}
            </button>
          </div>
        )}
        {register.length > 1 && (
          <ul className="apart">
            <li>
              <b>{say(messages.disputed)}</b>
            </li>
            {register.map((s) => (
              <li key={s.entry}>
                {wordsOf(s.value)} <span className="soft">{say(messages.by(nameOf(s.actor, setting), sayWhen(s.saidAt, setting)))}</span>
              </li>
            ))}
          </ul>
        )}
      </dd>
    </div>
  );
};
