import { type ReactNode, useId, useState } from 'react';
import { defang, type FormField, isShared, keyOf, type Lang, latest, waiting } from '../../../core/index.ts';
import { civilOf, instantOf, writeSaid } from '../../duties/view/zone-time.ts';
import { useIncident } from '../setting.ts';
import { messages } from './messages.ts';
import { type OpenNotice, disputedIn } from './use-notice.ts';

type Props = { readonly field: FormField; readonly open: OpenNotice };

/** One thought of a notice, asked in the way that suits it. */
export const FieldInput = ({ field, open }: Props): ReactNode => {
  if (field.options) return <Options field={field} open={open} />;
  if (field.input === 'moment') return <MomentInput field={field} open={open} />;
  if (isShared(field)) return <Line field={field} open={open} lang={open.lang} label={field.label} />;
  return (
    <>
      <Line field={field} open={open} lang={open.lang} label={inLang[open.lang]} />
      <OtherLanguage key={field.id} field={field} open={open} />
    </>
  );
};

const inLang = { ja: messages.inJa, en: messages.inEn } as const;

/** The words in the other language: one touch away, open where something stands there already. */
const OtherLanguage = ({ field, open }: Props): ReactNode => {
  const { say } = useIncident();
  const lang: Lang = open.lang === 'ja' ? 'en' : 'ja';
  const [shown, setShown] = useState((open.words[keyOf(field, lang)] ?? '') !== '');
  return (
    <details open={shown} onToggle={(event) => setShown(event.currentTarget.open)}>
      <summary>{say(lang === 'ja' ? messages.alsoJa : messages.alsoEn)}</summary>
      {shown && <Line field={field} open={open} lang={lang} label={inLang[lang]} />}
    </details>
  );
};

const kinds = { phone: 'tel', mail: 'email', page: 'url', domain: 'text', moment: 'text' } as const;

type LineProps = Props & { readonly lang: Lang; readonly label: FormField['label'] };

const Line = ({ field, open, lang, label }: LineProps): ReactNode => {
  const { say } = useIncident();
  const inputId = useId();
  const key = keyOf(field, lang);
  const value = open.words[key] ?? '';
  const live = open.gaps.some((g) => g.field === key && g.why === 'live-address');
  const shared = {
    id: inputId,
    value,
    ...(!isShared(field) && { lang }),
    onChange: (event: { readonly target: { readonly value: string } }) => open.type(key, event.target.value),
  };
  return (
    <div className="field">
      <label htmlFor={inputId}>{say(label)}</label>
      {field.long ? (
        <textarea rows={4} {...shared} />
      ) : (
        <input type={field.input ? kinds[field.input] : 'text'} inputMode={field.input === 'page' ? 'url' : undefined} {...shared} />
      )}
      <FromCard field={field} open={open} keyOfField={key} />
      <Disputed open={open} keyOfField={key} />
      {live && (
        <button type="button" className="tool" onClick={() => open.type(key, defang(value))}>
          {say(messages.defang)}
        </button>
      )}
    </div>
  );
};

/** The name on the organisation's card, offered, not assumed. */
const FromCard = ({ field, open, keyOfField }: Props & { readonly keyOfField: string }): ReactNode => {
  const { say, organisation, wordsOf } = useIncident();
  const name = field.from?.includes('card.name') ? wordsOf(latest(organisation?.name)?.value) : undefined;
  if (name === undefined || open.words[keyOfField]?.trim()) return null;
  return (
    <button type="button" className="tool" onClick={() => open.type(keyOfField, name)}>
      {say(messages.fromCard(name))}
    </button>
  );
};

const Disputed = ({ open, keyOfField }: { readonly open: OpenNotice; readonly keyOfField: string }): ReactNode => {
  const { say, incident, wordsOf } = useIncident();
  const notice = Object.hasOwn(incident.notices, open.id) ? incident.notices[open.id] : undefined;
  const statements = disputedIn(notice, keyOfField);
  if (statements.length === 0) return null;
  return (
    <div className="notice-note" role="note">
      <p>{say(messages.disputed)}</p>
      <ul>
        {statements.map((s) => {
          const words = wordsOf(s.value as Parameters<typeof wordsOf>[0]) ?? '';
          return (
            <li key={s.entry}>
              {words}{' '}
              <button type="button" className="tool" onClick={() => open.type(keyOfField, words)}>
                {say(messages.useThis)}
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
};

const Options = ({ field, open }: Props): ReactNode => {
  const { say } = useIncident();
  const groupId = useId();
  const key = keyOf(field, open.lang);
  const chosen = (open.words[key] ?? '').split(' ').filter(Boolean);
  const toggle = (id: string): void =>
    open.type(key, field.some ? (chosen.includes(id) ? chosen.filter((c) => c !== id) : [...chosen, id]).join(' ') : id);
  return (
    <fieldset className="options">
      <legend className="vh">{say(field.label)}</legend>
      {field.some && <p className="soft">{say(messages.someHint)}</p>}
      {field.options?.map((option) => (
        <label key={option.id}>
          <input
            type={field.some ? 'checkbox' : 'radio'}
            name={groupId}
            checked={chosen.includes(option.id)}
            onChange={() => toggle(option.id)}
          />
          <span>{say(option.label)}</span>
        </label>
      ))}
      {!field.some && chosen.length > 0 && !field.locked && (
        <button type="button" className="tool" onClick={() => open.type(key, '')}>
          {say(messages.clear)}
        </button>
      )}
      <Disputed open={open} keyOfField={key} />
    </fieldset>
  );
};

/** A date with a time in the incident's zone; not known yet says so. */
const MomentInput = ({ field, open }: Props): ReactNode => {
  const { say, incident } = useIncident();
  const [dayId, timeId] = [useId(), useId()];
  const key = keyOf(field, open.lang);
  const value = open.words[key] ?? '';
  const at = Date.parse(value.replace(/\[.*$/, ''));
  const [typedDay = '', typedTime = ''] = value.startsWith('~') ? value.slice(1).split('T') : [];
  const civil = Number.isNaN(at) ? { date: typedDay, time: typedTime } : civilOf(at, incident.zone);
  // Half a moment is kept as it is typed, behind a mark that is no moment: nothing typed is lost, and it does not count.
  const set = (date: string, time: string): void =>
    open.type(key, date && time ? writeSaid(instantOf(date, time, incident.zone), incident.zone) : date || time ? `~${date}T${time}` : '');
  return (
    <div className="field">
      <div className="pair">
        <div>
          <label htmlFor={dayId}>{say(messages.day)}</label>
          <input id={dayId} type="date" value={civil.date} disabled={value === waiting} onChange={(e) => set(e.target.value, civil.time)} />
        </div>
        <div>
          <label htmlFor={timeId}>{say(messages.time)}</label>
          <input
            id={timeId}
            type="time"
            value={civil.time}
            disabled={value === waiting}
            onChange={(e) => set(civil.date, e.target.value)}
          />
        </div>
      </div>
      {field.waits && (
        <label className="check">
          <input type="checkbox" checked={value === waiting} onChange={(e) => open.type(key, e.target.checked ? waiting : '')} />
          <span>{say(messages.waits)}</span>
        </label>
      )}
      <Disputed open={open} keyOfField={key} />
    </div>
  );
};
