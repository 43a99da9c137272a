import type { ReactNode } from 'react';
import type { Answerer, DraftField, DraftGap, FilingDraft } from '../../../core/index.ts';
import { roleNames } from '../../messages.ts';
import { useIncident } from '../setting.ts';
import { messages } from './messages.ts';

type Gap = DraftGap & { readonly of: DraftField };

const groupsOf = (draft: FilingDraft): readonly (readonly [Answerer, readonly Gap[]])[] => {
  const seen = new Set<string>();
  const groups = new Map<Answerer, Gap[]>();
  for (const of of draft.fields)
    for (const gap of of.missing) {
      const key = gap.fact ?? `field ${of.field.id}`;
      if (seen.has(key)) continue;
      seen.add(key);
      groups.set(gap.who, [...(groups.get(gap.who) ?? []), { ...gap, of }]);
    }
  return [...groups];
};

/** What is not known yet, by who can probably say, each with the way to its question. */
export const DraftGaps = ({ draft }: { readonly draft: FilingDraft }): ReactNode => {
  const { say } = useIncident();
  const groups = groupsOf(draft);
  const count = groups.reduce((sum, [, gaps]) => sum + gaps.length, 0);
  if (count === 0) return null;
  return (
    <details className="fold draft-gaps">
      <summary>
        <h3>{say(messages.gaps(count))}</h3>
      </summary>
      <p className="soft">{say(messages.gapsHint)}</p>
      {groups.map(([who, gaps]) => (
        <section key={who}>
          <h4>{say(roleNames[who])}</h4>
          <ul className="dots">
            {gaps.map((gap) => (
              <GapLine key={gap.fact ?? gap.of.field.id} gap={gap} />
            ))}
          </ul>
        </section>
      ))}
    </details>
  );
};

const GapLine = ({ gap }: { readonly gap: Gap }): ReactNode => {
  const { say, id, knowledge } = useIncident();
  const question = gap.fact === undefined ? undefined : knowledge.facts.find((f) => f.id === gap.fact)?.question;
  return (
    <li>
      {question ? (
        <a href={`#${id}/duties/${gap.fact}`}>{say(question)}</a>
      ) : (
        <button type="button" className="link" onClick={() => document.getElementById(`field-${gap.of.field.id}`)?.focus()}>
          {say(messages.byHand(say(gap.of.field.label)))}
        </button>
      )}
      {gap.asked && <span className="soft"> {say(messages.askedBefore)}</span>}
    </li>
  );
};
