import { readSaid, withoutZone } from '../../../core/index.ts';
import { sayDay } from '../../duties/view/say-date.ts';
import { civilOf } from '../../duties/view/zone-time.ts';
import type { IncidentSetting } from '../setting.ts';

type Reader = Pick<IncidentSetting, 'lang' | 'zone' | 'now' | 'incident'>;

/** Milliseconds of a moment as a log holds it; a civil day begins at midnight UTC, which only orders it. */
const msOf = (moment: string): number => Date.parse(withoutZone(moment));

const isTimed = (moment: string): boolean => readSaid(moment)?.moment.timed ?? true;

/** The civil day of a moment in the incident's zone. */
export const dayOf = (moment: string, { incident }: Reader): string =>
  isTimed(moment) ? civilOf(msOf(moment), incident.zone).date : moment;

/** The wall clock of a moment in the incident's zone, and in the reader's where that shows another. */
export const clockOf = (moment: string, { incident, zone }: Reader): { readonly time: string; readonly reader: string | undefined } => {
  if (!isTimed(moment)) return { time: '—', reader: undefined };
  const here = civilOf(msOf(moment), incident.zone);
  const there = civilOf(msOf(moment), zone);
  return { time: here.time, reader: there.time === here.time ? undefined : there.time };
};

/** A day with its weekday, and the clock. */
export const sayWhen = (moment: string, reader: Reader): string => {
  const day = sayDay(dayOf(moment, reader), { lang: reader.lang, zone: reader.incident.zone, now: reader.now });
  return isTimed(moment) ? `${day} ${clockOf(moment, reader).time}` : day;
};

/** The wall clock of a millisecond in the reader's zone. */
export const clockAt = (at: number, zone: string): string => civilOf(at, zone).time;
