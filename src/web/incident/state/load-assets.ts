import type { DutyKnowledge, ResponseKnowledge } from '../../../core/index.ts';

const load = async <T>(url: string): Promise<T> => {
  const answer = await fetch(url, { credentials: 'omit' });
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return (await answer.json()) as T;
};

/** The knowledge that the incident page computes with. */
export type Loaded = { readonly knowledge: DutyKnowledge; readonly response: ResponseKnowledge };

/** Fetches it from this site; undefined when it cannot be had now. */
export const loadAssets = async (element: HTMLElement): Promise<Loaded | undefined> => {
  try {
    const [knowledge, response] = await Promise.all([
      load<DutyKnowledge>(element.dataset.knowledge ?? ''),
      load<ResponseKnowledge>(element.dataset.response ?? ''),
    ]);
    return { knowledge, response };
  } catch {
    return undefined;
  }
};
