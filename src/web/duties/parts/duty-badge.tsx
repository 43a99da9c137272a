import type { ReactNode } from 'react';
import type { Obligation } from '../../../core/index.ts';
import { badgeOf } from '../view/badge-of.ts';
import { useSetting } from './setting.ts';

/** The verdict: a sign and a word. */
export const DutyBadge = ({ duty }: { readonly duty: Obligation }): ReactNode => {
  const { say } = useSetting();
  const badge = badgeOf(duty);
  return (
    <span className={`verdict ${badge.tone}`}>
      <span aria-hidden="true">{badge.sign}</span> {say(badge.label)}
    </span>
  );
};
