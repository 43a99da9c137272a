import type { DutyKnowledge } from '../../core/index.ts';

/** Fetches the knowledge of the duties check from this site. Undefined when it cannot be had now. */
export const loadKnowledge = async (url: string): Promise<DutyKnowledge | undefined> => {
  try {
    const answer = await fetch(url, { credentials: 'omit' });
    return answer.ok ? ((await answer.json()) as DutyKnowledge) : undefined;
  } catch {
    return undefined;
  }
};
