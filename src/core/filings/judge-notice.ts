import type { PartRef } from '../log/entry.ts';
import type { Incident } from '../log/incident.ts';
import type { Body } from '../log/kinds.ts';
import { own } from '../log/own.ts';
import { latest } from '../log/register.ts';
import type { AnswerId } from '../response/playbook.ts';
import type { Form } from './form.ts';
import { lockedEmpty, noticeFormOf, type NoticeContext, type NoticeWords } from './notice.ts';

type WordsOf = (ref: PartRef) => string | undefined;

/** What stands in the fields of a notice now. Words that were erased or withheld are absent. */
export const wordsOfNotice = ({ notices }: Pick<Incident, 'notices'>, notice: string, wordsOf: WordsOf): NoticeWords => {
  const fields = own(notices, notice)?.fields ?? {};
  return Object.fromEntries(
    Object.entries(fields).map(([key, register]) => {
      const last = latest(register);
      return [key, last && wordsOf(last.value)];
    }),
  );
};

/** What was answered to a branch; several answers where people answered apart. */
export const answersOfBranch =
  ({ branches }: Pick<Incident, 'branches'>): NoticeContext['answersOf'] =>
  (branch) => [...new Set(own(branches, branch)?.map((s) => s.value))];

/** What a branch stands at: undefined while nobody answered, or while people answered it differently apart. */
export const answerOfBranch =
  (incident: Pick<Incident, 'branches'>) =>
  (branch: string): AnswerId | undefined => {
    const [answer, ...others] = answersOfBranch(incident)(branch);
    return others.length === 0 ? answer : undefined;
  };

/**
 * Decides whether a notice may go out: names the locked fields that are empty and what must not be said. A form that this
 * knowledge does not have cannot be judged, and is refused by its own name. Where the words of the text that goes out are
 * not at hand, its fields alone are judged.
 */
export const judgeNotice =
  (forms: readonly Form[], wordsOf: WordsOf) =>
  (incident: Incident, notice: string, form: string, issued: Pick<Body<'notice.issued'>, 'lang' | 'text'>): readonly string[] => {
    const found = noticeFormOf(forms, form);
    if (!found) return ['form:unknown'];
    const frozen = wordsOf(issued.text);
    const words = wordsOfNotice(incident, notice, wordsOf);
    return lockedEmpty(found, words, { lang: issued.lang, answersOf: answersOfBranch(incident), ...(frozen !== undefined && { frozen }) });
  };
