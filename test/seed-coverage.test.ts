import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Lang, Text } from '../src/core/index.ts';
import { messages } from '../src/web/messages.ts';
import { knowledge } from './support/knowledge.ts';
import { seedItemsOf } from './support/seed-items.ts';

type Action = { readonly follow: Text } | { readonly open: Text; readonly in: string };
type Place = { readonly item: string; readonly page: string; readonly role: string; readonly text?: Text; readonly via: readonly Action[] };
type Coverage = Place & { readonly parts?: readonly Partial<Place>[]; readonly record?: string };

const root = join(import.meta.dirname, '..');
const yamlOf = (file: string): unknown => parse(readFileSync(join(root, file), 'utf8'), { version: '1.2', schema: 'core' });
const ids = readFileSync(join(root, 'test/fixtures/seed-ids.txt'), 'utf8').trim().split('\n');
const coverage = yamlOf('knowledge/seed-coverage.yaml') as Readonly<Record<string, Coverage>>;
const items = seedItemsOf(knowledge);
const langs: readonly Lang[] = ['ja', 'en'];

const placesOf = (id: string): readonly Place[] => {
  const { parts = [], record: _record, ...first } = coverage[id] as Coverage;
  // A part that names another item speaks that item's own sentence, not the one of the first.
  const { text: _, ...shared } = first;
  return [first, ...parts.map((part) => ({ ...shared, ...part }))];
};

// What a link on the way may say: the fixed words of home, the titles of the cases, the questions.
const visible = new Set(
  [...Object.values(messages), ...knowledge.playbooks.map((p) => p.title), ...knowledge.questions.map((q) => q.question)].map(
    (t) => `${t.ja}\n${t.en}`,
  ),
);

describe('what the seed says is kept [K-11]', () => {
  it('maps every id of the list, and no other', () => {
    expect(ids).toHaveLength(68);
    expect(Object.keys(coverage).sort()).toEqual([...ids].sort());
  });

  it.each(ids)('%s: its items say so themselves, on the page named', (id) => {
    for (const { item, page } of placesOf(id)) {
      expect(items.get(item)?.seed, `${item} carries ${id}`).toContain(id);
      expect(items.get(item)?.pages, `${item} stands on ${page}`).toContain(page);
    }
  });

  it.each(ids)('%s: its sentence is there in both languages, long enough to be told apart', (id) => {
    for (const { item, text } of placesOf(id)) {
      const texts = items.get(item)?.texts ?? [];
      for (const lang of langs) {
        const sentence = text?.[lang] ?? texts[0]?.[lang] ?? '';
        expect(
          texts.some((t) => t[lang].includes(sentence)),
          `${item} says “${sentence}”`,
        ).toBe(true);
        expect(sentence.length).toBeGreaterThanOrEqual(8);
      }
    }
  });

  it.each(ids)('%s: within two actions from home, by words that stand there', (id) => {
    for (const { via, page } of placesOf(id)) {
      expect(via.length).toBeLessThanOrEqual(2);
      expect(via.length === 0).toBe(page === '/');
      for (const action of via) {
        if ('follow' in action) expect(visible).toContain(`${action.follow.ja}\n${action.follow.en}`);
        else expect(action.open.ja && action.open.en && action.in).toBeTruthy();
      }
    }
  });

  it('what the record serves has its part on the incident page', () => {
    const tabs = [...readFileSync(join(root, 'src/web/incident/tabs.ts'), 'utf8').matchAll(/tab\('([a-z]+)'/g)].map((m) => m[1]);
    const served = Object.values(coverage).flatMap(({ record }) => record ?? []);
    expect(served).toHaveLength(8);
    expect(served.filter((tab) => !tabs.includes(tab))).toEqual([]);
  });

  it('knows no seed tag outside the list', () => {
    const tags = [...items.values()].flatMap((item) => item.seed);
    expect(tags.filter((tag) => !ids.includes(tag))).toEqual([]);
  });
});

describe('what the knowledge rests on is named [K-12]', () => {
  it('NOTICE.yaml names the owner of every address cited or linked', () => {
    const notice = yamlOf('knowledge/NOTICE.yaml') as readonly { readonly addresses: readonly string[] }[];
    const known = notice.flatMap((n) => n.addresses);
    const cited = JSON.stringify(knowledge).match(/https?:\/\/[^"\s]+/g) ?? [];
    expect(cited.length).toBeGreaterThan(0);
    expect(cited.filter((url) => !known.some((k) => url.startsWith(k)))).toEqual([]);
  });
});
