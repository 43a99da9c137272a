import { describe, expect, it } from 'vitest';
import type { Implication } from '../obligations/rule.ts';
import { closeFacts } from './close-facts.ts';

const yes = (fact: string) => ({ op: 'test', fact, rel: 'is', value: true }) as const;
const implications: readonly Implication[] = [
  { if: { known: 'subjects' }, then: { fact: 'subjectsMax', value: { same: 'subjects' } }, atLeast: true },
  { if: yes('strongProtection'), then: { fact: 'keyCompromised', value: false } },
  { if: yes('indicator'), then: { fact: 'eventType', value: { has: ['leak'] } } },
  { if: { op: 'test', fact: 'subjectsMax', rel: '>', value: 0 }, then: { fact: 'peopleAffected', value: true } },
];

describe('what follows from answers', () => {
  it('copies a count to its maximum and goes on from there [F-07]', () => {
    const { facts, origins } = closeFacts({ subjects: 1500 }, implications);
    expect(facts).toEqual({ subjects: 1500, subjectsMax: 1500, peopleAffected: true });
    expect(origins.peopleAffected).toEqual(['subjects']);
  });

  it('keeps what was said over what follows, and reports the difference [F-08]', () => {
    const { facts, differences } = closeFacts({ strongProtection: true, keyCompromised: true }, implications);
    expect(facts.keyCompromised).toBe(true);
    expect(differences).toEqual([{ fact: 'keyCompromised', stated: true, implied: false }]);
  });

  it('lets no stated maximum stand below the count itself [F-11]', () => {
    const { facts, differences } = closeFacts({ subjects: 1500, subjectsMax: 900 }, implications);
    expect(facts.subjectsMax).toBe(1500);
    expect(differences).toEqual([{ fact: 'subjectsMax', stated: 900, implied: 1500 }]);
    expect(closeFacts({ subjects: 800, subjectsMax: 5000 }, implications).facts.subjectsMax).toBe(5000);
  });

  it('lets a sign add its member to any set, and says where that differs [F-09]', () => {
    expect(closeFacts({ indicator: true, eventType: { has: ['loss'] } }, implications).facts.eventType).toEqual({
      has: ['loss', 'leak'],
      not: [],
    });
    expect(closeFacts({ indicator: true, eventType: ['loss'] }, implications)).toMatchObject({
      facts: { eventType: ['loss', 'leak'] },
      differences: [{ fact: 'eventType' }],
    });
    expect(closeFacts({ indicator: true, eventType: { not: ['leak'] } }, implications)).toMatchObject({
      facts: { eventType: { has: [], not: [] } },
      differences: [{ fact: 'eventType' }],
    });
  });

  it('says nothing while the condition is open [F-10]', () =>
    expect(closeFacts({ subjectsMax: { min: 0 } }, implications).facts).toEqual({ subjectsMax: { min: 0 } }));
});
