import { type ReactNode, useState } from 'react';
import { headingsOf, type Lang, latest } from '../../../core/index.ts';
import { sayMoment } from '../../duties/view/say-date.ts';
import { useIncident } from '../setting.ts';
import { messages } from './messages.ts';
import { saveText } from './out.ts';
import { type PageVersion, substitutePage } from './substitute-page.ts';
import { type OpenNotice, saidAtOf } from './use-notice.ts';

/** The notice as one file for another host, made here from the versions that went out. */
export const Substitute = ({ open }: { readonly open: OpenNotice }): ReactNode => {
  const { say, incident, now, organisation, wordsOf } = useIncident();
  const [index, setIndex] = useState(false);
  const [saved, setSaved] = useState(false);
  const versionsIn = (lang: Lang): readonly PageVersion[] => {
    const seen = new Map<string, PageVersion>();
    for (const issued of open.issued) {
      const at = sayMoment(saidAtOf(issued), { lang, zone: incident.zone, now }, incident.zone);
      if (issued.lang === lang && issued.text !== undefined && !seen.has(issued.text)) seen.set(issued.text, { text: issued.text, at });
    }
    return [...seen.values()].reverse();
  };
  const versions = { ja: versionsIn('ja'), en: versionsIn('en') };
  const any = versions.ja.length + versions.en.length > 0;
  const lacking = (['ja', 'en'] as const).filter((lang) => versions[lang].length === 0);
  const download = (): void => {
    const page = substitutePage({
      organisation: wordsOf(latest(organisation?.name)?.value) ?? '',
      versions,
      headings: { ja: headingsOf(open.notice, 'ja'), en: headingsOf(open.notice, 'en') },
      index,
    });
    saveText('index.html', page, 'text/html');
    setSaved(true);
  };
  return (
    <section className="substitute" aria-labelledby="substitute-title">
      <h3 id="substitute-title">{say(messages.substitute)}</h3>
      <p>{say(messages.substituteLead)}</p>
      {!any && <p className="sweep-note">{say(messages.substituteFirst)}</p>}
      {any &&
        lacking.map((lang) => (
          <p key={lang} className="sweep-note">
            {say(messages.substituteOne(say(messages[lang])))}
          </p>
        ))}
      <label className="check">
        <input type="checkbox" checked={index} onChange={(event) => setIndex(event.target.checked)} aria-describedby="index-why" />
        <span>{say(messages.index)}</span>
      </label>
      <p className="soft" id="index-why">
        {say(messages.indexWhy)}
      </p>
      <button type="button" className="btn" disabled={!any} onClick={download}>
        {say(messages.download)}
      </button>
      <p role="status">{saved && say(messages.downloaded)}</p>
      <h4>{say(messages.how)}</h4>
      <ol className="how">
        {messages.howSteps.map((step) => (
          <li key={step.en}>{say(step)}</li>
        ))}
      </ol>
    </section>
  );
};
