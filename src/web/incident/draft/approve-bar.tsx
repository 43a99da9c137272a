import { type ReactNode, useState } from 'react';
import {
  canonicalDraft,
  changedSince,
  type FilingDraft,
  type FrozenDraft,
  plainDraft,
  readFrozenDraft,
  sayApproval,
  withoutZone,
  wordsOfDraft,
} from '../../../core/index.ts';
import { sayMoment } from '../../duties/view/say-date.ts';
import { printText } from '../notices/out.ts';
import { goTo } from '../view/go-to.ts';
import { nameOf } from '../view/people.ts';
import { useIncident } from '../setting.ts';
import { CopyButton } from './copy-button.tsx';
import { FileForm } from './file-form.tsx';
import { messages } from './messages.ts';
import { namesOf, type SinceFrozen } from './since-frozen.ts';

type Props = { readonly draft: FilingDraft; readonly since: SinceFrozen };

/** Approving the text as it is, and filing what was approved. */
export const ApproveBar = ({ draft, since }: Props): ReactNode => {
  const { say, speak } = useIncident();
  const [tried, setTried] = useState<string>();
  const { approval, filing, changed } = since;
  const approve = async (): Promise<void> => {
    // Kept until it holds: where others spoke meanwhile, it is shown what they changed.
    setTried(canonicalDraft(draft));
    if (await speak(sayApproval(draft))) setTried(undefined);
  };
  const empty = draft.fields.filter((f) => f.state === 'gap').length;
  const needed = !approval || (changed.length > 0 && !filing);
  return (
    <section className="approve" id="draft-approve" tabIndex={-1} aria-label={say(messages.approve)}>
      <Whole draft={draft} since={since} />
      <Refused
        draft={draft}
        frozen={since.refused?.frozen ?? (tried === undefined ? undefined : readFrozenDraft(tried))}
        kept={since.refused !== undefined}
      />
      <Warnings draft={draft} />
      {needed && (
        <>
          {empty > 0 && <p className="draft-note">{say(messages.emptyLeft(empty))}</p>}
          <p className="soft">{say(messages.approveHint)}</p>
          <button type="button" className="btn main" onClick={() => void approve()}>
            {say(approval ? messages.approveAgain : messages.approve)}
          </button>
        </>
      )}
      {approval && !filing && <FileIt draft={draft} since={since} />}
    </section>
  );
};

/** The whole text, of what was approved where something was. */
const textToFile = (draft: FilingDraft, { approval }: SinceFrozen): string =>
  plainDraft(draft.form, approval?.frozen?.fields ?? wordsOfDraft(draft, draft.form.lang ?? 'ja'), draft.stage);

/** On a phone the report is long: printing it and what comes next lie at the thumb. */
export const DraftThumb = ({ draft, since }: Props): ReactNode => {
  const { say } = useIncident();
  const { approval, filing, changed } = since;
  const toFile = approval && !filing && changed.length === 0;
  return (
    <div className="room-thumb">
      <button type="button" className="btn" onClick={() => printText(textToFile(draft, since), draft.form.lang ?? 'ja')}>
        {say(messages.print)}
      </button>
      <button type="button" className={filing ? 'btn' : 'btn main'} onClick={() => goTo(toFile ? 'draft-file' : 'draft-approve')}>
        {say(filing ? messages.toText : toFile ? messages.toFile : messages.toApprove)}
      </button>
    </div>
  );
};

/** The text with what can be done with it. */
const Whole = ({ draft, since }: Props): ReactNode => {
  const setting = useIncident();
  const { say, lang, zone, now, incident } = setting;
  const { approval, changed, filing } = since;
  const text = textToFile(draft, since);
  return (
    <>
      {approval && (
        <p className="done-line">
          ✓{' '}
          {say(
            messages.approved(nameOf(approval.actor, setting), sayMoment(withoutZone(approval.saidAt), { lang, zone, now }, incident.zone)),
          )}
        </p>
      )}
      {approval && !approval.frozen && <p className="draft-note">{say(messages.frozenGone)}</p>}
      {approval && !filing && changed.length > 0 && (
        <p className="draft-note">{say(messages.changedFields(namesOf(changed, draft, lang)))}</p>
      )}
      <div className="row-acts">
        <CopyButton words={text} label={messages.copyAll} />
        <button type="button" className="tool" onClick={() => printText(text, draft.form.lang ?? 'ja')}>
          {say(messages.print)}
        </button>
      </div>
      <details className="whole">
        <summary>{say(approval?.frozen ? messages.frozenText : messages.wholeText)}</summary>
        <pre lang="ja">{text}</pre>
      </details>
    </>
  );
};

type RefusedProps = Pick<Props, 'draft'> & { readonly frozen: FrozenDraft | undefined; readonly kept: boolean };

/** An approval that came too late: what changed while it was read. */
const Refused = ({ draft, frozen, kept }: RefusedProps): ReactNode => {
  const { say, lang } = useIncident();
  const changed = frozen ? changedSince(frozen, draft) : [];
  if (!kept && changed.length === 0) return null;
  return (
    <div className="advice refused" role="alert">
      <p>{say(messages.refused)}</p>
      <p>{say(changed.length > 0 ? messages.refusedFields(namesOf(changed, draft, lang)) : messages.refusedSame)}</p>
    </div>
  );
};

const Warnings = ({ draft }: Pick<Props, 'draft'>): ReactNode => {
  const { say } = useIncident();
  return draft.warnings.map((warning) => (
    <p key={warning.code} className="draft-note" role="note">
      {say(messages.looksLikePerson)}
    </p>
  ));
};

/** The commission's own page, then what came back from there. */
const FileIt = ({ draft, since }: Props): ReactNode => {
  const { say, response, duties } = useIncident();
  const { form, stage } = draft;
  const channel = response.directory.find((d) => d.id === form.channel);
  const obligation = form.obligations?.[0] ?? form.id;
  const due = duties.duties.find((d) => d.obligation.rule.id === obligation)?.stages.find((s) => s.stage.id === stage)?.stage;
  return (
    <section className="file-it" id="draft-file" tabIndex={-1} aria-labelledby="file-title">
      <h3 id="file-title">{say(messages.file)}</h3>
      <p>{say(messages.fileHow)}</p>
      {channel && (
        <p>
          <a href={channel.url} rel="noreferrer noopener" target="_blank">
            {say(messages.openForm)}
          </a>{' '}
          <span className="soft">{say(channel.channel)}</span>
        </p>
      )}
      <FileForm
        obligation={obligation}
        stages={due ? [due] : [{ id: stage, label: form.stages?.find((s) => s.id === stage)?.label ?? { ja: stage, en: stage } }]}
        {...(form.channel !== undefined && { channel: form.channel })}
        {...(since.approval && { approval: since.approval.entry })}
      />
    </section>
  );
};
