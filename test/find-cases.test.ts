import { beforeAll, describe, expect, it } from 'vitest';
import { assess } from '../src/core/index.ts';
import { siteInMemory } from '../src/build/pages/site-for-tests.ts';
import { knowledge } from './support/knowledge.ts';

const { playbooks, triage, cases } = knowledge;
const found = playbooks.filter((p) => p.slug !== 'common');
const all = (text: string, pattern: RegExp): readonly string[] => [...text.matchAll(pattern)].map((match) => match[1] ?? '');

let site: ReadonlyMap<string, Uint8Array>;

beforeAll(async () => {
  site = await siteInMemory();
});

const casesOn = (path: string): readonly string[] =>
  all(Buffer.from(site.get(path) ?? []).toString(), /class="card" href="\/..\/cases\/([^"/]+)\/"/g);

describe('how a case is found', () => {
  it.each(['ja', 'en'])('home stays with its few entrances, the page of all cases shows each once, in %s [FIND-01]', (lang) => {
    expect(casesOn(`/${lang}/`)).toEqual(cases.home);
    expect(cases.home).toEqual(['malware', 'spoofed-mail', 'website', 'account', 'lost-or-missent']);
    expect(Buffer.from(site.get(`/${lang}/`) ?? []).toString()).toContain(`href="/${lang}/cases/"`);
    expect([...casesOn(`/${lang}/cases/`)].sort()).toEqual(found.map((p) => p.slug).sort());
    const page = Buffer.from(site.get(`/${lang}/cases/`) ?? []).toString();
    expect(page).toContain(`href="/${lang}/unsure/"`);
    for (const { id, label, first, to } of cases.rare) {
      const row = page.split(`id="${id}"`)[1]?.split('</li>')[0] ?? '';
      for (const text of [label, first]) expect(row).toContain(lang === 'ja' ? text.ja : text.en);
      expect(row).toContain(`/${lang}/cases/${to}/`);
    }
  });

  it.each(found.map((p) => p.slug))('%s is reached by 「わからない」, and by what people say [FIND-02]', (slug) => {
    expect(triage.questions.flatMap((q) => q.options.filter((o) => o.to === slug))).not.toEqual([]);
    expect(triage.sentences.filter((s) => s.lands === slug).length).toBeGreaterThanOrEqual(3);
  });
});

describe('where sources part ways', () => {
  it.each(knowledge.disagreements)('$id: its cases say what is safest, positions and sources a touch away [FIND-07]', (disagreement) => {
    const { question, positions, safest } = disagreement;
    expect(disagreement.sources.length).toBeGreaterThan(0);
    for (const { slug } of playbooks.filter((p) => disagreement.in.includes(p.id))) {
      for (const lang of ['ja', 'en'] as const) {
        const page = Buffer.from(site.get(`/${lang}/cases/${slug}/`) ?? []).toString();
        const fold = page.split(`id="d-${disagreement.id}"`)[1]?.split('</section>')[0] ?? '';
        for (const text of [question, positions, safest]) expect(fold, slug).toContain(text[lang]);
      }
    }
  });
});

describe('what a case says', () => {
  it.each(found)('$slug: each phase has a do-not, each question a sentence for わからない [FIND-03]', ({ phases }) => {
    for (const { id, steps, branches } of phases) {
      expect(
        steps.some((s) => s.dont.length > 0),
        id,
      ).toBe(true);
      for (const { answers, howToTell } of branches) {
        expect(howToTell.ja && howToTell.en).toBeTruthy();
        expect(answers.unknown.then.ja).not.toBe(answers.no.then.ja);
        expect(answers.unknown.drops ?? []).toEqual([]);
      }
    }
  });

  it.each(playbooks)('$slug: opens with facts that may be so, and none that denies [FIND-04]', ({ facts }) => {
    const known = new Set(knowledge.facts.map((f) => f.id));
    expect(Object.keys(facts).filter((id) => !known.has(id))).toEqual([]);
    expect(
      Object.values(facts).filter((value) => value === false || (typeof value === 'object' && value !== null && 'not' in value)),
    ).toEqual([]);
    // What a case is called settles no duty of law: that takes answers.
    const settled = assess(knowledge, { facts }).obligations.filter((o) => o.applies === 'yes');
    expect(settled.filter((o) => o.rule.level !== 'voluntary').map((o) => o.rule.id)).toEqual([]);
  });
});
