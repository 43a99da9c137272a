import { type ReactNode, useMemo, useState } from 'react';
import type { Assessment, Obligation, Picture } from '../../../core/index.ts';
import { messages } from '../messages.ts';
import { type Foreseen, foresee } from '../view/foresee.ts';
import type { Ask } from '../view/group-questions.ts';
import { sayAnswer } from '../view/say-answer.ts';
import { wordFor } from '../view/say-changes.ts';
import { sayList } from '../view/say-list.ts';
import { useSetting } from './setting.ts';

type Props = { readonly ask: Ask; readonly picture: Picture; readonly assessment: Assessment };

const labelsOf = (ids: readonly string[], obligations: readonly Obligation[]): readonly Obligation['rule'][] =>
  obligations.filter((o) => ids.includes(o.rule.id) && !(o.rule.mergedInto && ids.includes(o.rule.mergedInto))).map((o) => o.rule);

/** Why a question is asked, in the words of what it can settle, and what each answer would lead to. */
export const WhyAsk = ({ ask, picture, assessment }: Props): ReactNode => {
  const { say, reader } = useSetting();
  const { settles, touches } = ask.asked;
  const rules = labelsOf(settles.length > 0 ? settles : touches, assessment.obligations);
  const list = sayList(
    rules.map((r) => say(r.label)),
    3,
    reader.lang,
  );
  const reason =
    ask.def.id === 'knownAt'
      ? messages.startsAll
      : rules.length === 0
        ? undefined
        : settles.length > 0
          ? messages.settles(list)
          : messages.touches(list);
  const foreseeable = ask.def.kind === 'yes-no' || (ask.def.kind === 'one-of' && (ask.def.values?.length ?? 0) <= 8);
  return (
    <div className="whyask">
      {reason && (
        <p>
          <span className="vh">{say(messages.whyAsk)}: </span>
          {say(reason)}
        </p>
      )}
      {foreseeable && rules.length > 0 && <WhatFollows ask={ask} picture={picture} assessment={assessment} />}
    </div>
  );
};

const WhatFollows = ({ ask, picture, assessment }: Props): ReactNode => {
  const { say, knowledge } = useSetting();
  const [open, setOpen] = useState(false);
  const foreseen = useMemo(
    () => (open ? foresee(knowledge, picture, ask.def, assessment.obligations) : []),
    [open, knowledge, picture, ask.def, assessment],
  );
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say(messages.follows)}</summary>
      <dl className="follows">
        {foreseen.map((f) => (
          <Follow key={String(f.value)} ask={ask} foreseen={f} />
        ))}
        <div>
          <dt>{say(messages.unknown)}</dt>
          <dd>{say(messages.unknownFollows)}</dd>
        </div>
      </dl>
    </details>
  );
};

const Follow = ({ ask, foreseen }: { readonly ask: Ask; readonly foreseen: Foreseen }): ReactNode => {
  const { say, reader } = useSetting();
  const said = foreseen.changes.map((c) => ({ word: say(wordFor(c.to, c)), label: say(c.label) }));
  const shown = [...new Set(said.map((x) => x.word))].map((word) => ({
    word,
    labels: said.filter((x) => x.word === word).map((x) => x.label),
  }));
  return (
    <div>
      <dt>{sayAnswer(foreseen.value, ask.def, reader)}</dt>
      {shown.length === 0 && <dd>{say(messages.noChange)}</dd>}
      {shown.map(({ word, labels }) => (
        <dd key={word}>
          <b>{word}</b> {sayList(labels, 4, reader.lang)}
        </dd>
      ))}
    </div>
  );
};
