import { type ReactNode, useMemo, useState } from 'react';
import './draft-tab.css';
import { draftOf, type FilingDraft, type Form } from '../../../core/index.ts';
import { messages as common } from '../../messages.ts';
import { sayMoment } from '../../duties/view/say-date.ts';
import { useIncident } from '../setting.ts';
import { ApproveBar, DraftThumb } from './approve-bar.tsx';
import { DraftFieldRow } from './draft-field-row.tsx';
import { DraftGaps } from './draft-gaps.tsx';
import { draftSettingOf } from './draft-setting.ts';
import { FilingLine } from './filing-line.tsx';
import { messages } from './messages.ts';
import { sinceFrozen } from './since-frozen.ts';

/** The report to the commission, made from the record: its nine items, approving and filing. */
export const DraftTab = (): ReactNode => {
  const { response, say } = useIncident();
  const form = response.forms.find((f) => f.kind === 'filing');
  return form ? <Report form={form} /> : <p>{say(messages.noForm)}</p>;
};

const Report = ({ form }: { readonly form: Form }): ReactNode => {
  const setting = useIncident();
  const { say, lang, zone, now, duties, id } = setting;
  const stages = form.stages ?? [];
  const duty = duties.duties.find((d) => form.obligations?.includes(d.obligation.rule.id));
  const next = stages.find((s) => duty?.stages.some((d) => d.stage.id === s.id && d.stage.filed === null));
  // The stage stays when it is filed: what was just done is seen, and the way to the next one.
  const [stage, setChosen] = useState(next?.id ?? stages[0]?.id ?? '');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the draft follows from the record and the card
  const draft = useMemo(
    () => draftOf(form, stage, draftSettingOf(setting)),
    [form, stage, setting.incident, setting.organisation, setting.records, duties],
  );
  const since = sinceFrozen(draft, setting);
  const due = duty?.stages.find((d) => d.stage.id === stage)?.stage;
  return (
    <section className="draft-tab" aria-labelledby="draft-title">
      <h2 id="draft-title">{say(messages.title)}</h2>
      <fieldset className="stages">
        <legend className="vh">{say(messages.whichStage)}</legend>
        {stages.map((s) => (
          <label key={s.id}>
            <input type="radio" name="draft-stage" checked={s.id === stage} onChange={() => setChosen(s.id)} />
            <span>{say(s.label)}</span>
          </label>
        ))}
      </fieldset>
      {duty?.obligation.applies === 'no' && <p className="advice">{say(messages.notNeeded)}</p>}
      {duty?.obligation.applies === 'unknown' && !duty.obligation.presumed && (
        <p className="advice">
          {say(messages.undecided)} <a href={`#${id}/duties`}>{say(messages.toDuties)}</a>
        </p>
      )}
      {due?.latest && (
        <p className="due-line">{say(messages.by(sayMoment(due.latest, { lang, zone, now }, duty?.obligation.rule.zone)))}</p>
      )}
      <Tally draft={draft} />
      <FilingLine draft={draft} since={since} toFinal={stage === 'preliminary' ? () => setChosen('final') : undefined} />
      <Routes draft={draft} />
      {lang === 'en' && <p className="advice">{say(messages.notSubmit)}</p>}
      {form.notes?.map((note) => (
        <p key={note.ja} className="soft">
          {say(note)}
        </p>
      ))}
      <DraftGaps draft={draft} />
      {form.sections.map((section) => (
        <section key={section.id} className="draft-section" aria-labelledby={`section-${section.id}`}>
          <h3 id={`section-${section.id}`}>{say(section.label)}</h3>
          {draft.fields
            .filter((f) => f.field.section === section.id)
            .map((f) => (
              <DraftFieldRow
                key={`${stage}.${f.field.id}`}
                of={f}
                draft={draft}
                changed={since.changed.includes(f.field.id)}
                filed={since.filing !== undefined}
              />
            ))}
        </section>
      ))}
      <ApproveBar draft={draft} since={since} />
      <p className="advice">{say(common.notAdvice)}</p>
      <DraftThumb draft={draft} since={since} />
    </section>
  );
};

const Tally = ({ draft }: { readonly draft: FilingDraft }): ReactNode => {
  const { say } = useIncident();
  const count = (state: string): number => draft.fields.filter((f) => f.state === state).length;
  return <p className="draft-tally">{say(messages.tally(count('filled'), count('under-investigation'), count('gap')))}</p>;
};

/** What leads elsewhere, before anything is written. */
const Routes = ({ draft }: { readonly draft: FilingDraft }): ReactNode => {
  const { say, id, knowledge } = useIncident();
  const shown = draft.routes.filter((r) => r.leaves);
  if (shown.length === 0) return null;
  return (
    <div className="advice routes" role="note">
      <p>
        <b>{say(messages.first)}</b>
      </p>
      <ul>
        {shown.map((route) => {
          const question = knowledge.facts.find((f) => f.id === route.fact)?.question;
          return (
            <li key={route.id}>
              {say(route.text)}{' '}
              {!route.known && question && (
                <>
                  <span className="soft">{say(messages.notKnownYet)}</span> <a href={`#${id}/duties/${route.fact}`}>{say(question)}</a>
                </>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
};
