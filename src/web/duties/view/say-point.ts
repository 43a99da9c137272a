import { kinds, messages } from '../messages.ts';
import { strengths } from '../../strengths.ts';
import type { Point, PointDay } from './date-points.ts';
import { type Reader, sayMoment } from './say-date.ts';
import { isTimed } from './zone-time.ts';

/** How a day stands on the line: the strongest thing that falls on it. */
export type Tone = 'due' | 'target' | 'maybe' | 'alternative';

export const toneOf = ({ points }: PointDay): Tone => {
  const main = points.filter((p) => p.kind !== 'alternative');
  if (main.length === 0) return 'alternative';
  const sure = main.filter((p) => !p.maybe);
  return sure.length === 0 ? 'maybe' : sure.some((p) => p.kind !== 'target') ? 'due' : 'target';
};

/** A date's name: 「速報 目標」, 「確報 期限」. */
export const sayKind = ({ stage, kind }: Pick<Point, 'stage' | 'kind'>, { lang }: Reader): string => {
  const word = kind === 'target' || kind === 'alternative' ? kinds[kind] : strengths[stage.strength];
  return `${stage.label[lang]} ${word[lang]}`;
};

/** The names of what falls on a day, the sure ones first; what is only possible says so. */
export const namesOf = ({ points }: PointDay, reader: Reader, most: number): readonly string[] => {
  const sorted = [...points].sort((a, b) => Number(a.maybe) - Number(b.maybe));
  const lead = toneOf({ date: '', points }) === 'maybe' ? [messages.ifApplies[reader.lang]] : [];
  const sure = sorted.filter((p) => !p.maybe);
  const names = (sure.length > 0 ? sure : sorted).map((p) => {
    const time = isTimed(p.moment) ? ` ${sayMoment(p.moment, reader).split(' ').at(-1)}` : '';
    return `${sayKind(p, reader)}${reader.zone === 'Asia/Tokyo' ? time : ''}`;
  });
  return [...lead, ...[...new Set(names)].slice(0, most)];
};
