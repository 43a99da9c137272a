import { describe, expect, it } from 'vitest';
import { type CommonForm, offeredForms } from './common-form.ts';

const form = (id: string, attack: string, inUseFrom: string): CommonForm => ({
  id,
  title: { ja: id, en: id },
  usableFor: ['police', 'ministry'],
  fits: { op: 'test', fact: 'attackType', rel: 'has', value: attack },
  inUseFrom,
});
const forms = [form('ddos', 'ddos', '2025-10-01'), form('other', 'malware', '2026-10-01')];

const offered = (rule: string, facts: Parameters<typeof offeredForms>[2], day: string | null = '2026-11-23') =>
  offeredForms(forms, rule, facts, day).map((f) => (f.certain ? f.id : `${f.id}?`));

describe('offeredForms [ACD-05]', () => {
  it('offers the form of the attack to each rule that takes it, and to no other', () => {
    expect(offered('police', { attackType: ['ddos'] })).toEqual(['ddos']);
    expect(offered('ministry', { attackType: ['malware'] })).toEqual(['other']);
    expect(offered('insurer', { attackType: ['ddos'] })).toEqual([]);
  });

  it('keeps those that may fit while the attack is not known, after those that do', () => {
    expect(offered('police', {})).toEqual(['ddos?', 'other?']);
    expect(offered('police', { attackType: { has: ['malware'] } })).toEqual(['other', 'ddos?']);
  });

  it('offers none before the day it may be used', () => {
    expect(offered('police', { attackType: ['malware'] }, '2026-09-30')).toEqual([]);
    expect(offered('police', { attackType: ['malware'] }, '2026-10-01')).toEqual(['other']);
    expect(offered('police', { attackType: ['malware'] }, null)).toEqual(['other']);
  });
});
