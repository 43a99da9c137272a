import { type FormEvent, type ReactNode, useState } from 'react';
import { useIncident } from '../setting.ts';
import { nameOf } from '../view/people.ts';
import { sayName } from '../view/say-name.ts';
import { words } from './words.ts';

/** Who writes on this device. A name is said to others only here, and can be left out. */
export const Who = (): ReactNode => {
  const setting = useIncident();
  const { say, me } = setting;
  const [name, setName] = useState(me.name ?? '');
  const [desk, setDesk] = useState('');
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    await sayName(setting, name, desk);
  };
  return (
    <section aria-labelledby="who">
      <h2 id="who">{say(words.me)}</h2>
      <p className="soft">{nameOf(me.actor, setting)}</p>
      <form className="in-row" onSubmit={(event) => void save(event)}>
        <label className="field">
          <span>{say(words.name)}</span>
          <input data-still autoComplete="name" value={name} maxLength={60} onChange={(event) => setName(event.target.value)} />
        </label>
        <label className="field">
          <span>{say(words.desk)}</span>
          <input data-still value={desk} maxLength={60} onChange={(event) => setDesk(event.target.value)} />
        </label>
        <button type="submit" className="btn">
          {say(words.nameDo)}
        </button>
      </form>
    </section>
  );
};
