import { beforeAll, describe, expect, it } from 'vitest';
import { knowledge } from '../../../test/support/knowledge.ts';
import { isReference } from '../../web/pages/knowledge/render-knowledge.ts';
import { siteInMemory } from './site-for-tests.ts';

let site: ReadonlyMap<string, Uint8Array>;

beforeAll(async () => {
  site = await siteInMemory();
});

const page = (path: string): string => Buffer.from(site.get(path) ?? []).toString();

/** The text of a page as a reader meets it. */
const read = (path: string): string =>
  page(path)
    .replace(/<[^>]+>/g, '')
    .replace(/&amp;/g, '&')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'");

describe('the pages of the knowledge', () => {
  it('show each rule, playbook, form and asked fact in both languages, and list them all [KPAGE-01]', () => {
    const things = [
      ...knowledge.base.rules.map((r) => [`rules/${r.id}`, r.label] as const),
      ...knowledge.playbooks.map((p) => [`playbooks/${p.id}`, p.title] as const),
      ...knowledge.forms.map((f) => [`forms/${f.id}`, f.title] as const),
      ...knowledge.facts.filter((d) => !d.reserved).map((d) => [`facts/${d.id}`, d.question] as const),
    ];
    for (const lang of ['ja', 'en'] as const) {
      const index = page(`/${lang}/knowledge/`);
      for (const [path, name] of things) {
        expect(read(`/${lang}/knowledge/${path}/`), path).toContain(name[lang]);
        expect(index).toContain(`href="/${lang}/knowledge/${path}/"`);
      }
    }
  });

  it('say of a rule who receives, every limit with its article, what is not sure, and its examples [KPAGE-02]', () => {
    for (const rule of knowledge.base.rules) {
      const text = read(`/ja/knowledge/rules/${rule.id}/`);
      for (const caveat of rule.caveats) expect(text).toContain(caveat.ja);
      for (const stage of rule.stages) for (const choice of stage.choices) expect(text).toContain(choice.cite);
      expect(text).toContain('答えの例');
      expect(page(`/ja/knowledge/rules/${rule.id}/`), rule.id).toMatch(/<details><summary>/);
    }
    const ppc = read('/ja/knowledge/rules/appi-ppc-report/');
    for (const words of ['30日目まで（知った日が1日目）', '電気通信業', '除外（要らなくなる条件）', '1,000より多い'])
      expect(ppc).toContain(words);
  });

  it('draw the ladder of a playbook that stops the network, and mark what was not read [KPAGE-03]', () => {
    const malware = knowledge.playbooks.find((p) => p.id === 'P-01');
    expect(malware?.blocks).toContain('CB-6');
    expect(read('/ja/knowledge/playbooks/P-01/')).toContain('ネットワークを止める段階');
    expect(read('/ja/knowledge/rules/isac-share/')).toContain('要確認');
    expect(read('/ja/knowledge/rules/acd-special-infra-report/')).not.toContain('要確認');
  });

  it('say of a form what each field asks, who can answer, where the words come from, and that a reading aid is not handed in [KPAGE-05]', () => {
    for (const form of knowledge.forms)
      for (const lang of ['ja', 'en'] as const) {
        const text = read(`/${lang}/knowledge/forms/${form.id}/`);
        for (const { label } of form.fields) expect(text, form.id).toContain(label[lang]);
        const aid = lang === 'ja' ? '提出用ではありません' : 'Not for submission';
        expect(text.includes(aid), `${form.id} ${lang}`).toBe(form.lang !== undefined && form.lang !== lang);
      }
    const jpcert = read('/ja/knowledge/forms/F-02/');
    for (const words of ['会社のカードの名前', '記録の経過', '人が書きます', 'TLP:AMBER+STRICT']) expect(jpcert).toContain(words);
    expect(read('/ja/knowledge/forms/F-10/')).toContain('最終報');
  });

  it('are not kept on the device, and are there while the server is [KPAGE-04]', () => {
    expect(isReference('/ja/knowledge/rules/appi-ppc-report/')).toBe(true);
    for (const path of ['/ja/knowledge/', '/ja/', '/en/cases/malware/', '/ja/lists/places/']) expect(isReference(path)).toBe(false);
  });
});
