import type { Lang, Moved } from '../../../core/index.ts';
import { sayList } from '../../duties/view/say-list.ts';

/** One line of news: what happened to how many duties, which, and why (a line each). */
export type NewsWords = { readonly text: string; readonly names: string; readonly because: readonly string[] };

const isNeeded = (standing: Moved['to']): boolean => standing === 'yes' || standing === 'presumed';

type Group = {
  readonly moved: readonly Moved[];
  readonly ja: (n: number) => string;
  readonly en: (n: number) => string;
  readonly why: boolean;
};

const duties = (n: number): string => (n === 1 ? '1 duty' : `${n} duties`);

/**
 * What an answer changed, most urgent first: duties that came, that went, that are settled as not needed. What is voluntary
 * is advised, never a duty.
 */
export const sayNews = (moved: readonly Moved[], lang: Lang): readonly NewsWords[] => {
  const binding = moved.filter((m) => m.level !== 'voluntary');
  const groups: readonly Group[] = [
    {
      moved: binding.filter((m) => isNeeded(m.to) && !isNeeded(m.from)),
      ja: (n) => `届け出が${n}件増えました：`,
      en: (n) => `${duties(n)} added: `,
      why: true,
    },
    {
      moved: binding.filter((m) => isNeeded(m.from) && m.to === 'no'),
      ja: (n) => `届け出が${n}件なくなりました：`,
      en: (n) => `${duties(n)} no longer needed: `,
      why: true,
    },
    {
      moved: binding.filter((m) => isNeeded(m.from) && m.to === 'unknown'),
      ja: (n) => `${n}件の届け出が、まだ決まらなくなりました：`,
      en: (n) => `${duties(n)} open again: `,
      why: true,
    },
    {
      moved: moved.filter((m) => m.level === 'voluntary' && isNeeded(m.to) && !isNeeded(m.from)),
      ja: (n) => `すすめることが${n}件増えました：`,
      en: (n) => `${n} more advised: `,
      why: true,
    },
    {
      moved: binding.filter((m) => m.from === 'unknown' && m.to === 'no'),
      ja: (n) => `${n}件は要らないと決まりました。`,
      en: (n) => `${duties(n)} settled as not needed.`,
      why: false,
    },
  ];
  return groups
    .filter((g) => g.moved.length > 0)
    .map((g) => ({
      text: lang === 'ja' ? g.ja(g.moved.length) : g.en(g.moved.length),
      names: g.why
        ? sayList(
            g.moved.map((m) => m.label[lang]),
            2,
            lang,
          )
        : '',
      because: g.why ? g.moved.map((m) => m.because[lang]) : [],
    }));
};
