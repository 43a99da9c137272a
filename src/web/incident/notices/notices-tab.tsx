import { type ReactNode, useState } from 'react';
import './notices-tab.css';
import { answersOfBranch, branchesHold, type Form, type FormText, type Lang } from '../../../core/index.ts';
import { useIncident } from '../setting.ts';
import { messages } from './messages.ts';
import { NoticeEditor } from './notice-editor.tsx';
import { noticeFormsOf } from './use-notice.ts';

/** Which case a notice belongs to; it is opened first there. */
const caseOf: Readonly<Record<string, string>> = { 'F-08': 'P-03', 'F-09': 'P-02' };

/** Notices that people read: which one, which text, in which language; then the words. */
export const NoticesTab = (): ReactNode => {
  const { say, response, incident, lang: reader } = useIncident();
  const forms = noticeFormsOf(response.forms);
  const first = forms.find((f) => incident.playbooks.includes(caseOf[f.id] ?? '')) ?? forms[0];
  const [formId, setFormId] = useState(first?.id);
  const [textId, setTextId] = useState<string>();
  const [lang, setLang] = useState<Lang>(reader);
  const form = forms.find((f) => f.id === formId);
  const fits = ({ needs }: FormText): boolean => branchesHold(needs, answersOfBranch(incident));
  if (!form) return null;
  const text = form.texts?.find((t) => t.id === textId) ?? fitting(form, fits);
  return (
    <div className="notices-tab">
      <h2>{say(messages.title)}</h2>
      <p className="sub">{say(messages.lead)}</p>
      <div className="notice-choices">
        <Choice
          name="form"
          legend={messages.which}
          value={form.id}
          items={forms.map((f) => ({ id: f.id, label: f.title }))}
          choose={(id) => {
            setFormId(id);
            setTextId(undefined);
          }}
        />
        <Choice
          name="lang"
          legend={messages.language}
          value={lang}
          items={[
            { id: 'ja', label: messages.ja },
            { id: 'en', label: messages.en },
          ]}
          choose={(id) => setLang(id as Lang)}
        />
        {text && (form.texts?.length ?? 0) > 1 && (
          <Choice
            name="text"
            legend={messages.whichText}
            value={text.id}
            items={(form.texts ?? []).map((t) => ({ id: t.id, label: t.label, ...(!fits(t) && { mark: messages.notYet }) }))}
            choose={setTextId}
          />
        )}
      </div>
      {text && !fits(text) && text.otherwise && (
        <p className="sweep-note" role="note">
          {say(text.otherwise)}
        </p>
      )}
      {text && <NoticeEditor key={`${form.id}.${text.id}`} notice={{ form, text }} lang={lang} />}
    </div>
  );
};

/** The text that what is known leads to: one whose branch is settled before one that needs nothing. */
const fitting = (form: Form, fits: (text: FormText) => boolean): FormText | undefined =>
  form.texts?.find((t) => t.needs !== undefined && fits(t)) ?? form.texts?.[0];

type Item = { readonly id: string; readonly label: FormText['label']; readonly mark?: FormText['label'] };
type ChoiceProps = {
  readonly name: string;
  readonly legend: FormText['label'];
  readonly value: string;
  readonly items: readonly Item[];
  readonly choose: (id: string) => void;
};

const Choice = ({ name, legend, value, items, choose }: ChoiceProps): ReactNode => {
  const { say } = useIncident();
  return (
    <fieldset>
      <legend>{say(legend)}</legend>
      {items.map(({ id, label, mark }) => (
        <label key={id} className="check">
          <input type="radio" name={`notice-${name}`} checked={id === value} onChange={() => choose(id)} />
          <span>
            {say(label)} {mark && <span className="badge">{say(mark)}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
};
