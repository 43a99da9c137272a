import { type FormEvent, type ReactNode, useState } from 'react';
import { home, sayZone } from '../../duties/view/say-date.ts';
import { useIncident } from '../setting.ts';
import { words } from './words.ts';

const known: readonly string[] = Intl.supportedValuesOf?.('timeZone') ?? [];

/** The zone in which the times of this incident are shown. Japan by name and first, then the reader's own, then all others. */
export const Zone = (): ReactNode => {
  const { say, incident, speak, lang, now, zone: reader } = useIncident();
  const [zone, setZone] = useState(incident.zone);
  const near = [...new Set([home, incident.zone, reader])];
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (zone !== incident.zone) await speak({ kind: 'incident.zone-set', body: { zone } });
  };
  return (
    <section aria-labelledby="zone">
      <h2 id="zone">{say(words.zone)}</h2>
      <p className="soft">{say(words.zoneNow(sayZone(incident.zone, lang, now)))}</p>
      <form className="in-row" onSubmit={(event) => void save(event)}>
        <label className="field">
          <span>{say(words.zoneOf)}</span>
          <select value={zone} onChange={(event) => setZone(event.target.value)}>
            {near.map((name) => (
              <option key={name} value={name}>
                {sayZone(name, lang, now)}
              </option>
            ))}
            {known
              .filter((name) => !near.includes(name))
              .map((name) => (
                <option key={name} value={name}>
                  {name.replaceAll('_', ' ')}
                </option>
              ))}
          </select>
        </label>
        <button type="submit" className="btn">
          {say(words.zoneDo)}
        </button>
      </form>
    </section>
  );
};
