import { createContext, useContext } from 'react';
import type { DutyKnowledge, FactDef, FactId, Text } from '../../../core/index.ts';
import type { Reader } from '../view/say-date.ts';

/** What every part of the screen reads: the knowledge, and who reads it where and when. */
export type Setting = {
  readonly knowledge: DutyKnowledge;
  readonly defs: ReadonlyMap<FactId, FactDef>;
  readonly reader: Reader;
  /** When the incident was noticed, as the page of its first moves has it (epoch milliseconds). */
  readonly noticed: number | undefined;
  readonly say: (text: Text) => string;
  /** Makes a question the one on the screen. */
  readonly askFor: (fact: FactId) => void;
};

const SettingContext = createContext<Setting | undefined>(undefined);

export const SettingProvider = SettingContext.Provider;

export const useSetting = (): Setting => {
  const setting = useContext(SettingContext);
  if (!setting) throw new Error('a part of the duties check stands outside its setting');
  return setting;
};
