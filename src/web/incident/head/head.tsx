import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { codeNameOf, latest, levelSet } from '../../../core/index.ts';
import { messages, severityWords } from '../messages.ts';
import { useIncident } from '../setting.ts';
import { tabs } from '../tabs.ts';
import { takeFocus } from '../view/take-focus.ts';
import { SecondPlace } from './second-place.tsx';
import { ServerCopyNote } from './server-copy.tsx';
import { SyncLine } from './sync-line.tsx';

/** Who and what this incident is, how far it is shared, and the ways to its parts. */
export const Head = ({ tab }: { readonly tab: string }): ReactNode => {
  const { say, lang, id, incident, response } = useIncident();
  const level = levelSet(incident.severity)?.value.level;
  const titles = incident.playbooks.flatMap((p) => response.playbooks.find((b) => b.id === p) ?? []).map((p) => say(p.title));
  const other = lang === 'ja' ? 'en' : 'ja';
  const row = useRef<HTMLUListElement>(null);
  // On a phone not every tab fits: the one that is open must be seen. Only the row moves, never the page.
  useEffect(() => {
    const here = tab && row.current?.querySelector<HTMLElement>('[aria-current]');
    if (here && row.current) row.current.scrollLeft = here.offsetLeft - (row.current.clientWidth - here.offsetWidth) / 2;
  }, [tab]);
  return (
    <header className="room-top">
      <div className="room-bar">
        <a className="seal" href={`/${lang}/`}>
          <span lang="ja">初動</span>
          <span className="vh"> {say(messages.home)}</span>
        </a>
        <CodeName />
        {incident.drill && <b className="chip drill">{say(messages.drill)}</b>}
        <a className={`chip severity ${level ?? 'none'}`} href={`#${id}/about`}>
          {level ? say(messages.severity(level, say(severityWords[level]))) : say(messages.severityNone)}
        </a>
        {incident.state === 'closed' && <b className="chip">{say(messages.closed)}</b>}
        <span className="room-case">{titles.join(lang === 'ja' ? '・' : ' · ')}</span>
        <SyncLine />
        <a className="to-list" href={`/${lang}/incidents/`}>
          {say(messages.toList)}
        </a>
        <a className="lang" href={`/${other}/incident/#${id}${tab === 'room' ? '' : `/${tab}`}`} lang={other} hrefLang={other}>
          {say(messages.language)}
        </a>
      </div>
      {incident.drill && <p className="drill-says">{say(messages.drillSays)}</p>}
      <ServerCopyNote />
      <SecondPlace />
      <nav aria-label={say(messages.tabs)}>
        <ul ref={row}>
          <li>
            <a href={`#${id}`} aria-current={tab === 'room' ? 'page' : undefined}>
              {say(messages.room)}
            </a>
          </li>
          {tabs.map((t) => (
            <li key={t.id}>
              <a href={`#${id}/${t.id}`} aria-current={tab === t.id ? 'page' : undefined}>
                {say(t.name)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
};

const CodeName = (): ReactNode => {
  const { say, id, incident, wordsOf, speak } = useIncident();
  const [typed, setTyped] = useState<string>();
  const given = wordsOf(latest(incident.name)?.value);
  const name = given ?? say(codeNameOf(id));
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const text = typed?.trim() ?? '';
    if (text === '' || text === name) setTyped(undefined);
    else if (await speak({ kind: 'incident.named', body: { name: { text } } })) setTyped(undefined);
  };
  if (typed === undefined)
    return (
      <h1 className="code-name">
        <button type="button" onClick={() => setTyped(name)} title={say(messages.rename)}>
          {name}
          <span className="vh">{say({ ja: `（${messages.rename.ja}）`, en: ` (${messages.rename.en})` })}</span>
        </button>
      </h1>
    );
  return (
    <form className="code-name-form" onSubmit={(event) => void save(event)}>
      <h1 className="vh">{name}</h1>
      <label>
        <span className="vh">{say(messages.codeName)}</span>
        <input ref={takeFocus} data-still value={typed} maxLength={40} onChange={(event) => setTyped(event.target.value)} />
      </label>
      <button type="submit" className="tool">
        {say(messages.save)}
      </button>
      <button type="button" className="tool" onClick={() => setTyped(undefined)}>
        {say(messages.cancel)}
      </button>
    </form>
  );
};
