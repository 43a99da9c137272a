import { type FormEvent, type ReactNode, useState } from 'react';
import { isZone } from '../../../app/index.ts';
import { useIncident } from '../setting.ts';
import { words } from './words.ts';

const known: readonly string[] = Intl.supportedValuesOf?.('timeZone') ?? [];

/** The zone in which the times of this incident are shown. */
export const Zone = (): ReactNode => {
  const { say, incident, speak } = useIncident();
  const [zone, setZone] = useState(incident.zone);
  const [error, setError] = useState('');
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const next = zone.trim();
    if (next === incident.zone) return;
    // A bare offset is no place.
    if (!/^[A-Za-z]/.test(next) || !isZone(next)) return setError(say(words.zoneBad));
    setError('');
    await speak({ kind: 'incident.zone-set', body: { zone: next } });
  };
  return (
    <section aria-labelledby="zone">
      <h2 id="zone">{say(words.zone)}</h2>
      <form className="in-row" onSubmit={(event) => void save(event)}>
        <label className="field">
          <span>{say(words.zone)}</span>
          <input data-still list="zones" value={zone} aria-invalid={error !== ''} onChange={(event) => setZone(event.target.value)} />
        </label>
        <datalist id="zones">
          {known.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <button type="submit" className="btn">
          {say(words.zoneDo)}
        </button>
      </form>
      <p className="error" role="alert">
        {error}
      </p>
    </section>
  );
};
