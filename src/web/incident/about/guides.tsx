import { type FormEvent, type ReactNode, useState } from 'react';
import { useIncident } from '../setting.ts';
import { words } from './words.ts';

/** The guides that this incident follows. The steps of one that is added join the list. */
export const Guides = (): ReactNode => {
  const { say, lang, incident, response, speak } = useIncident();
  const left = response.playbooks.filter((p) => !incident.playbooks.includes(p.id));
  const [chosen, setChosen] = useState('');
  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const playbook = chosen || left[0]?.id;
    if (playbook && (await speak({ kind: 'playbook.added', body: { playbook } }))) setChosen('');
  };
  return (
    <section aria-labelledby="guides">
      <h2 id="guides">{say(words.guides)}</h2>
      <ul className="plain">
        {incident.playbooks.map((id) => {
          const playbook = response.playbooks.find((p) => p.id === id);
          return <li key={id}>{playbook ? <a href={`/${lang}/cases/${playbook.slug}/`}>{say(playbook.title)}</a> : id}</li>;
        })}
      </ul>
      {left.length > 0 && (
        <form className="in-row" onSubmit={(event) => void add(event)}>
          <label className="field">
            <span>{say(words.addGuide)}</span>
            <select value={chosen || left[0]?.id} onChange={(event) => setChosen(event.target.value)}>
              {left.map((p) => (
                <option key={p.id} value={p.id}>
                  {say(p.title)}
                </option>
              ))}
            </select>
          </label>
          <button type="submit" className="btn">
            {say(words.addGuide)}
          </button>
        </form>
      )}
      <p className="soft">{say(words.guideSays)}</p>
    </section>
  );
};
