import { createContext, useContext } from 'react';
import type { ReactNode } from 'react';
import type { DutyKnowledge, FactDef, FactId, Obligation, Text } from '../../../core/index.ts';
import type { Reader } from '../view/say-date.ts';

/** What every part of the screen reads: the knowledge, and who reads it where and when. */
export type Setting = {
  readonly knowledge: DutyKnowledge;
  readonly defs: ReadonlyMap<FactId, FactDef>;
  readonly reader: Reader;
  /** When the incident was noticed, as the page of its first moves has it (epoch milliseconds). */
  readonly noticed: number | undefined;
  /** Name under which this tab keeps what is typed and not decided. */
  readonly scope: string;
  readonly say: (text: Text) => string;
  /** Makes a question the one on the screen; without one, the most decisive. */
  readonly askFor: (fact: FactId | undefined) => void;
  /** What the page adds under a duty. */
  readonly ofDuty: ((duty: Obligation) => ReactNode) | undefined;
};

const SettingContext = createContext<Setting | undefined>(undefined);

export const SettingProvider = SettingContext.Provider;

export const useSetting = (): Setting => {
  const setting = useContext(SettingContext);
  if (!setting) throw new Error('a part of the duties check stands outside its setting');
  return setting;
};
