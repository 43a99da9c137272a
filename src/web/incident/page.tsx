import { type ReactNode, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { wordsOfPart } from '../../app/index.ts';
import {
  type Draft,
  blockersOf,
  checkSaying,
  dutiesOf,
  foldIncident,
  foldOrganisation,
  idOfLog,
  type Judge,
  judgeNotice,
  knowledgeFor,
  type Lang,
  type PartRef,
  type Text,
  writeSaidAt,
} from '../../core/index.ts';
import { useNow } from '../duties/parts/use-now.ts';
import type { Record, RecordView, SpeakProblem } from '../record/open-record.ts';
import { beginDrill } from './state/begin-drill.ts';
import { Head } from './head/head.tsx';
import { messages, refusals } from './messages.ts';
import { Waiting } from './opening.tsx';
import { Printed } from './print/printed.tsx';
import { Room } from './room.tsx';
import { IncidentProvider, type IncidentSetting } from './setting.ts';
import type { Loaded } from './state/load-assets.ts';
import { type Address, useAddress } from './state/use-address.ts';
import { type LogWatch, useLog } from './state/use-log.ts';
import { useNews } from './state/use-news.ts';
import { tabs } from './tabs.ts';

type Props = { readonly loaded: Loaded; readonly record: Record; readonly lang: Lang };

/** The incident that the address names; `#drill` begins a practice of case A first. */
export const IncidentPage = ({ loaded, record, lang }: Props): ReactNode => {
  const address = useAddress();
  const log = address.id && `incident:${address.id}`;
  const watch = useLog(record, log);
  const [slow, setSlow] = useState(false);
  const begun = useRef(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 300);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    if (!address.drill || begun.current) return;
    begun.current = true;
    void beginDrill(record, loaded, lang);
  }, [address.drill, record, loaded, lang]);
  const missing = !address.drill && (!log || (watch.view && watch.view.records.length === 0));
  if (missing)
    return (
      <div className="room-message">
        <h1>{messages.noneHere[lang]}</h1>
        <p>{messages.noneHereDo[lang]}</p>
        <a className="btn" href={`/${lang}/incidents/`}>
          {messages.toList[lang]}
        </a>
      </div>
    );
  if (!log || !watch.view) return <Waiting lang={lang} slow={slow} />;
  return <Opened key={log} loaded={loaded} record={record} lang={lang} address={address} watch={watch} view={watch.view} />;
};

const useOrganisation = (record: Record): RecordView | undefined => {
  const [log, setLog] = useState<string>();
  useEffect(() => {
    void record.organisation().then(setLog, () => undefined);
  }, [record]);
  return useLog(record, log).view;
};

const sayProblem = (problem: SpeakProblem): Text =>
  problem.code === 'not-kept'
    ? messages.notKept
    : problem.code === 'malformed'
      ? messages.malformed
      : (refusals[problem.code] ?? messages.malformed);

/** The words of a draft that are not sealed yet. */
const textIn = (words: unknown): string | undefined => (words as { readonly text?: string } | undefined)?.text;

type OpenedProps = Props & { readonly address: Address; readonly watch: LogWatch; readonly view: RecordView };

/** Milliseconds after which the page counts as settled. */
const settleMs = 1_000;

/** Brings the other tabs once the page stands. One that cannot be brought now is tried again when it is opened. */
const useTabsAhead = (): void => {
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const { load } of tabs) load().catch(() => {});
    }, settleMs);
    return () => clearTimeout(timer);
  }, []);
};

const Opened = ({ loaded, record, lang, address, watch, view }: OpenedProps): ReactNode => {
  const { response } = loaded;
  const now = useNow();
  useTabsAhead();
  const card = useOrganisation(record);
  const [problem, setProblem] = useState<Text>();
  const { log, records, parts } = view;
  const incident = useMemo(() => foldIncident(log, records), [log, records]);
  const organisation = useMemo(() => card && foldOrganisation(card.log, card.records), [card]);
  const knowledge = useMemo(
    () => knowledgeFor(loaded.knowledge, organisation, ({ part }) => wordsOfPart(card?.parts.get(part))),
    [loaded.knowledge, organisation, card],
  );
  const duties = useMemo(() => dutiesOf(knowledge, incident, organisation), [knowledge, incident, organisation]);
  const news = useNews(knowledge, log, records, organisation);
  const zone = useMemo(() => Intl.DateTimeFormat().resolvedOptions().timeZone, []);
  const setting = useMemo((): IncidentSetting => {
    const read = new Map<string, string>();
    const wordsOf = (ref: PartRef | undefined): string | undefined => {
      if (!ref) return undefined;
      const known = read.get(ref.part);
      if (known !== undefined) return known;
      const text = wordsOfPart(parts.get(ref.part) ?? card?.parts.get(ref.part));
      if (text !== undefined) read.set(ref.part, text);
      return text;
    };
    const judge: Judge = {
      blockers: (i) => blockersOf(dutiesOf(knowledge, i, organisation)),
      lockedEmpty: judgeNotice(response.forms, wordsOf),
    };
    const speak = async (...drafts: Draft[]): Promise<boolean> => {
      const saidAt = writeSaidAt(Date.now(), zone);
      const [wrong] = drafts.flatMap((draft) => checkSaying(knowledge.facts, { ...draft, saidAt }, textIn));
      if (wrong) {
        setProblem(refusals[wrong.code]);
        return false;
      }
      const spoken = await record.speak(log, drafts, judge);
      setProblem(spoken.ok ? undefined : sayProblem(spoken.error));
      return spoken.ok;
    };
    const say = (text: Text): string => text[lang];
    const id = idOfLog(log);
    return {
      knowledge,
      response,
      lang,
      zone,
      now,
      say,
      id,
      incident,
      records,
      organisation,
      duties,
      parts,
      wordsOf,
      speak,
      me: record.me,
      news,
      record,
      head: view.head,
    };
  }, [knowledge, response, lang, zone, now, incident, records, organisation, duties, parts, card, record, log, news, view.head]);
  const tab = tabs.find((t) => t.id === address.tab);
  return (
    <IncidentProvider value={setting}>
      <div className={incident.drill ? 'incident practice' : 'incident'}>
        <Head tab={tab?.id ?? 'room'} />
        {problem && (
          <div className="problem" role="alert">
            <p>{setting.say(problem)}</p>
            <button type="button" className="tool" onClick={() => setProblem(undefined)}>
              {setting.say(messages.dismiss)}
            </button>
          </div>
        )}
        {incident.newer.length > 0 && <p className="bar-note">{setting.say(messages.newerBar)}</p>}
        {tab ? (
          <section className="tab-panel" aria-label={setting.say(tab.name)}>
            <Suspense fallback={<p className="soft">{setting.say(messages.loading)}</p>}>
              <tab.Part />
            </Suspense>
          </section>
        ) : (
          <Room held={watch.held} show={watch.show} />
        )}
      </div>
      <Printed />
    </IncidentProvider>
  );
};
