import { describe, expect, it } from 'vitest';
import { parseCondition } from './parse-condition.ts';

const parse = (written: unknown) => {
  const messages: string[] = [];
  const cond = parseCondition(written, [], (_path, _check, message) => messages.push(message));
  return { cond, messages };
};

describe('parseCondition [K-03]', () => {
  it('reads every leaf of the grammar', () => {
    expect(parse('sensitiveInfo').cond).toEqual({ op: 'test', fact: 'sensitiveInfo', rel: 'is', value: true });
    expect(parse('appi.r7-4').cond).toEqual({ op: 'term', term: 'appi.r7-4' });
    expect(parse('subjectsMax > 1000').cond).toEqual({ op: 'test', fact: 'subjectsMax', rel: '>', value: 1000 });
    expect(parse('subjectsIn.US-CA >= 500').cond).toEqual({ op: 'test', fact: 'subjectsIn.US-CA', rel: '>=', value: 500 });
    expect(parse('role in entrustee, carrier').cond).toEqual({ op: 'test', fact: 'role', rel: 'in', value: ['entrustee', 'carrier'] });
    expect(parse('eventType has leak').cond).toEqual({ op: 'test', fact: 'eventType', rel: 'has', value: 'leak' });
  });

  it('keeps an exclusion apart from the group it lifts', () => {
    const { cond } = parse({ all: ['a'], unless: { is: 'b', cite: '法2条' }, cite: '法1条' });
    expect(cond).toEqual({
      op: 'all',
      cite: '法1条',
      of: [
        { op: 'all', of: [{ op: 'test', fact: 'a', rel: 'is', value: true }] },
        { op: 'not', unless: true, of: { op: 'test', fact: 'b', rel: 'is', value: true, cite: '法2条' } },
      ],
    });
  });

  it('refuses what is not a condition, and says why', () => {
    for (const bad of ['a = b', 'a >> 3', 'a in', '', { all: ['a'], any: ['b'] }, {}, { al: ['a'] }, 3]) {
      const { cond, messages } = parse(bad);
      expect(cond, JSON.stringify(bad)).toBeUndefined();
      expect(messages, JSON.stringify(bad)).not.toEqual([]);
    }
  });
});
