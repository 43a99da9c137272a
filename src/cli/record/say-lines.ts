import {
  canonicalJson,
  codeNameOf,
  type Duties,
  type DutyStanding,
  isSettled,
  type Lang,
  latest,
  standingOf,
  type Text,
} from '../../core/index.ts';
import { sayMoment } from '../print/say-moment.ts';
import { withoutZone } from '../../core/index.ts';
import type { Whole } from './open-desk.ts';

/** The name people gave an incident, else its code name; a drill says so. */
export const nameOf = ({ id, incident, wordsOf }: Whole, lang: Lang): string => {
  const given = wordsOf(latest(incident.name)?.value);
  const name = given ?? codeNameOf(id)[lang];
  return incident.drill ? `${lang === 'ja' ? '【訓練】' : '[Drill] '}${name}` : name;
};

const standings: Readonly<Record<DutyStanding, Text>> = {
  yes: { ja: '必要', en: 'needed' },
  no: { ja: '不要', en: 'not needed' },
  unknown: { ja: 'まだ決められない', en: 'cannot tell yet' },
  presumed: { ja: '必要とみなす', en: 'taken as needed' },
};

export type DutyChange = {
  readonly obligation: string;
  readonly label: Text;
  readonly before: DutyStanding;
  readonly after: DutyStanding;
  readonly latest: string | null;
};

/** Which duties stand differently after than before. */
export const changedDuties = (before: Duties, after: Duties): readonly DutyChange[] => {
  const standing = ({ duties }: Duties) =>
    new Map(
      duties.map(({ obligation, stages }) => {
        const { rule } = obligation;
        const next = stages.find((s) => !isSettled(s))?.stage.latest ?? null;
        return [rule.id, { label: rule.label, says: standingOf(obligation), latest: next as string | null }] as const;
      }),
    );
  const [old, now] = [standing(before), standing(after)];
  return [...now].flatMap(([obligation, { label, says, latest: until }]) => {
    const was = old.get(obligation);
    return canonicalJson(was ?? null) === canonicalJson({ label, says, latest: until })
      ? []
      : [{ obligation, label, before: was?.says ?? 'unknown', after: says, latest: until }];
  });
};

/** One duty that an answer moved, with its next date where it has one. */
export const sayDutyChange = ({ label, before, after, latest: until, obligation }: DutyChange, lang: Lang): string => {
  const word = (standing: DutyStanding): string => standings[standing][lang];
  const date =
    until === null || after === 'no' ? '' : lang === 'ja' ? `　期限 ${sayMoment(until, lang)}` : `, by ${sayMoment(until, lang)}`;
  const turn = before === after ? word(after) : `${word(before)} → ${word(after)}`;
  return `  ${label[lang]}${lang === 'ja' ? '：' : ': '}${turn}${date}  ${obligation}`;
};

/** A moment of the record for people. */
export const saySaid = (moment: string, lang: Lang): string => sayMoment(withoutZone(moment), lang);
