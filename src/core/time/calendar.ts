import type { Source, Text } from '../knowledge/text.ts';

/**
 * Days on which a recipient is closed. `weekend` holds ISO weekdays (6 Saturday, 7 Sunday); `yearly` are month-days
 * closed every year (`12-29`); `days` are single civil dates. Dates from `from` to `officialTo` are official, later ones
 * up to `knownTo` provisional (projections), beyond it nothing is known and a date can only be provisional.
 */
export type Calendar = {
  readonly id: string;
  readonly label: Text;
  readonly weekend: readonly number[];
  readonly yearly: Readonly<Record<string, Text>>;
  readonly days: Readonly<Record<string, Text>>;
  readonly from: string;
  readonly officialTo: string;
  readonly knownTo: string;
  readonly sources: readonly Source[];
};

export type Calendars = Readonly<Record<string, Calendar>>;
