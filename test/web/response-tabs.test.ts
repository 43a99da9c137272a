import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Lang } from '../../src/core/index.ts';
import { messages as notices } from '../../src/web/incident/notices/messages.ts';
import { messages as sweep } from '../../src/web/incident/sweep/messages.ts';
import { messages as told } from '../../src/web/incident/told/messages.ts';
import { describeInBrowser, launchBrowser, openContext, type Width } from '../support/browser.ts';
import { knowledge } from '../support/knowledge.ts';
import { type RecordSite, serveRecord } from '../support/record-site.ts';
import { findViolations } from '../support/web-axe.ts';
import { pressOn } from '../support/web-keys.ts';

const slow = { timeout: 240_000 };
/** How long a change may take to come through on a busy machine. */
const soon = { timeout: 15_000 };
const langs: readonly Lang[] = ['ja', 'en'];
const widths: readonly Width[] = ['phone', 'desktop'];
const branch = knowledge.playbooks.flatMap((p) => p.phases.flatMap((f) => f.branches)).find((b) => b.id === 'P-01.B1');
const f08 = knowledge.forms.find((f) => f.id === 'F-08');
const labelOf = (field: string, lang: Lang): string => f08?.fields.find((f) => f.id === field)?.label[lang] ?? field;
const optionOf = (field: string, option: string, lang: Lang): string =>
  f08?.fields.find((f) => f.id === field)?.options?.find((o) => o.id === option)?.label[lang] ?? option;

type Opened = { readonly context: BrowserContext; readonly page: Page; readonly id: string };

describeInBrowser('sweep, notices and who was told', () => {
  let site: RecordSite;
  let browser: Browser;

  beforeAll(async () => {
    [site, browser] = await Promise.all([serveRecord(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  const open = async (lang: Lang, width: Width, tab: string): Promise<Opened> => {
    const context = await openContext(browser, lang, width);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(`${site.base}/${lang}/incident/#drill`);
    await page.locator('#record-text').waitFor();
    const id = new URL(page.url()).hash.slice(1);
    await page.evaluate((to) => {
      location.hash = to;
    }, `${id}/${tab}`);
    await page.locator(`.${tab}-tab`).waitFor();
    return { context, page, id };
  };
  const entries = async (id: string, kind: string) => (await site.entries(id)).filter((e) => e.kind === kind);

  const addPlace = async (page: Page, lang: Lang, name: string): Promise<Locator> => {
    await page.getByLabel(sweep.addLabel[lang]).fill(name);
    await page.getByRole('button', { name: sweep.add[lang], exact: true }).click();
    const row = page.locator('.place', { hasText: name });
    await row.waitFor();
    return row;
  };
  const answer = (row: Locator, state: 'symptoms' | 'none' | 'unknown', lang: Lang): Promise<void> =>
    row.locator('.states').getByRole('button', { name: sweep[state][lang], exact: true }).click();

  it('counts departments, never silence as none, and leads to the rung of P-01 [SWEEP-05]', slow, async () => {
    const { context, page, id } = await open('ja', 'phone', 'sweep');
    const then = page.locator('.follows .then');
    const rungs = () => page.locator('.rungs .rung > p .badge').allTextContents();
    const [first, second] = [await addPlace(page, 'ja', '経理部'), await addPlace(page, 'ja', '営業部')];
    await answer(first, 'symptoms', 'ja');
    await expect.poll(() => then.textContent(), soon).toBe(branch?.answers.unknown.then.ja);
    expect(await rungs()).toEqual(['N1']);
    await answer(second, 'none', 'ja');
    await expect.poll(() => then.textContent(), soon).toBe(branch?.answers.no.then.ja);
    expect(await rungs()).toEqual(['N0', 'N1']);
    await answer(second, 'symptoms', 'ja');
    await expect.poll(() => then.textContent(), soon).toBe(branch?.answers.yes.then.ja);
    expect(await rungs()).toEqual(['N4']);
    await page.getByRole('button', { name: sweep.n4Life.ja }).click();
    await expect.poll(() => then.textContent(), soon).toBe(sweep.n4Instead.ja);
    expect(await rungs()).toEqual(['N3']);
    await page.getByRole('button', { name: /と記録する/ }).click();
    await page.getByText(sweep.recorded('はい（複数の部署）').ja).waitFor();
    await expect.poll(async () => (await entries(id, 'branch.answered')).map((e) => e.body.answer), soon).toContain('yes');
    expect((await entries(id, 'action.blocked')).map((e) => e.body.action)).toContain('P-01.B1.yes.3');
    await context.close();
  });

  it('keeps who answered, refuses an empty or second name, and reads out the questions of the knowledge [SWEEP-05]', slow, async () => {
    const { context, page } = await open('en', 'desktop', 'sweep');
    const row = await addPlace(page, 'en', 'Accounts');
    await answer(row, 'unknown', 'en');
    await row.locator('summary').click();
    await row.getByLabel(sweep.toldBy.en).fill('Sato');
    await row.getByRole('button', { name: sweep.save.en }).click();
    await row.getByText('answered by Sato').waitFor();
    await page.getByRole('button', { name: sweep.add.en, exact: true }).click();
    await page.getByText(sweep.addMissing.en).waitFor();
    await page.getByLabel(sweep.addLabel.en).fill('Accounts');
    await page.getByRole('button', { name: sweep.add.en, exact: true }).click();
    await page.getByText(sweep.addTwice('Accounts').en).waitFor();
    expect(await page.locator('.script li').allTextContents()).toEqual(knowledge.sweep.map((l) => l.text.en));
    await context.close();
  });

  const acts = (page: Page, lang: Lang) => page.locator('.issue-acts').getByRole('button', { name: notices.copy[lang], exact: true });
  const thought = (page: Page) => page.locator('.thought');
  const goOn = (page: Page, lang: Lang) =>
    thought(page)
      .getByRole('button', { name: new RegExp(`^(${notices.next[lang]}|${notices.keep[lang]})$`) })
      .click();
  /** Goes to a field by the sentence that says it is empty. */
  const turnTo = async (page: Page, field: string, lang: Lang): Promise<void> => {
    await page
      .locator('.gaps')
      .getByRole('button', { name: labelOf(field, lang) })
      .first()
      .click();
    await thought(page)
      .locator('h3', { hasText: labelOf(field, lang) })
      .waitFor();
  };
  /** The next update lies ahead, whenever this runs. */
  const ahead = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
  const fillMoment = async (page: Page, lang: Lang, day: string): Promise<void> => {
    await thought(page).getByLabel(notices.day[lang]).fill(day);
    await thought(page).getByLabel(notices.time[lang]).fill('18:00');
  };
  const writeNotice = async (page: Page, lang: Lang): Promise<void> => {
    const words = lang === 'ja' ? notices.inJa.ja : notices.inEn.en;
    for (const [field, text] of [
      ['organisation', 'みどり'],
      ['site', '通販サイト'],
    ] as const) {
      await turnTo(page, field, lang);
      await thought(page).getByLabel(words).fill(text);
      await goOn(page, lang);
    }
    for (const [field, option] of [
      ['what', 'redirect'],
      ['risk', 'infection'],
      ['measures', 'scan'],
      ['inquiry', 'going-on'],
    ] as const) {
      await turnTo(page, field, lang);
      await thought(page)
        .getByLabel(optionOf(field, option, lang), { exact: true })
        .check();
      await goOn(page, lang);
    }
    await turnTo(page, 'from', lang);
    await thought(page).getByLabel(notices.waits[lang]).check();
    await goOn(page, lang);
    await turnTo(page, 'until', lang);
    await fillMoment(page, lang, '2026-11-20');
    await goOn(page, lang);
    await turnTo(page, 'desk', lang);
    await thought(page).getByLabel(words).fill('お客様窓口');
    await goOn(page, lang);
    await turnTo(page, 'phone', lang);
    await thought(page).getByLabel(labelOf('phone', lang)).fill('03-0000-0000');
    await goOn(page, lang);
  };

  it(
    'refuses copy, print and save while a locked field is empty, and says which; then freezes what goes out [NOTICE-09]',
    slow,
    async () => {
      const { context, page, id } = await open('ja', 'desktop', 'notices');
      for (const name of [notices.copy.ja, notices.print.ja, notices.save.ja])
        expect(await page.locator('.issue-acts').getByRole('button', { name, exact: true }).isDisabled()).toBe(true);
      await writeNotice(page, 'ja');
      expect(await acts(page, 'ja').isDisabled()).toBe(true);
      expect(await page.locator('.gaps li').allTextContents()).toEqual(['「次に知らせる日時」が空いています。']);
      // Copying out of the page by hand is refused too.
      await page.evaluate(() => navigator.clipboard.writeText('before'));
      await page.locator('.notice-text').evaluate((box) => getSelection()?.selectAllChildren(box));
      await page.keyboard.press('Control+C');
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('before');
      await page.getByText(notices.refusedCopy.ja).waitFor();
      await turnTo(page, 'next', 'ja');
      await fillMoment(page, 'ja', ahead);
      await goOn(page, 'ja');
      await page.getByText(notices.ready.ja).waitFor();
      await acts(page, 'ja').click();
      await page.getByText(notices.copied.ja).waitFor();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied).toContain('【重要】みどりのウェブサイトの不正な書き換えについて（第1報');
      expect(copied).toContain('対策ソフトを最新にして、端末全体を検査してください。');
      await page.locator('.versions pre').first().waitFor({ state: 'attached' });
      expect(await page.locator('.versions pre').first().textContent()).toBe(copied);
      await expect.poll(async () => (await entries(id, 'notice.issued')).map((e) => e.body.form), soon).toEqual(['F-08']);
      await context.close();
    },
  );

  it('makes the substitute page from the versions that went out: one file, no script, nothing from outside [NOTICE-10]', slow, async () => {
    const { context, page } = await open('ja', 'desktop', 'notices');
    expect(await page.getByRole('button', { name: notices.download.ja }).isDisabled()).toBe(true);
    await writeNotice(page, 'ja');
    await turnTo(page, 'next', 'ja');
    await fillMoment(page, 'ja', ahead);
    await goOn(page, 'ja');
    await acts(page, 'ja').click();
    await page.getByText(notices.copied.ja).waitFor();
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: notices.download.ja }).click()]);
    expect(file.suggestedFilename()).toBe('index.html');
    const html = readFileSync(await file.path(), 'utf8');
    expect(html).not.toMatch(/<script|src=|href="(?!#|tel:)|url\(|https?:/);
    expect(html).toContain('<meta name="robots" content="noindex">');
    const view = await context.newPage();
    await view.setContent(html);
    expect(await view.locator('h1').textContent()).toContain('第1報');
    expect(await findViolations(view)).toEqual([]);
    await context.close();
  });

  it('lets type A of F-09 go out only after P-02.B1, and turns from checking to it [NOTICE-06]', slow, async () => {
    const { context, page } = await open('ja', 'phone', 'notices');
    await page.getByLabel('なりすましメールの注意喚起').check();
    expect(await page.getByLabel(/^確認中/).isChecked()).toBe(true);
    await page.getByLabel(/^型A/).check();
    const form = knowledge.forms.find((f) => f.id === 'F-09');
    await page
      .getByText(form?.texts?.find((t) => t.id === 'type-a')?.otherwise?.ja ?? '-')
      .first()
      .waitFor();
    expect(await acts(page, 'ja').isDisabled()).toBe(true);
    expect(await page.locator('.notice-text').textContent()).toContain('添付ファイルは開かないでください。');
    await context.close();
  });

  it('lists whom to tell, keeps when and by what way, and takes a mistake back [TOLD-05]', slow, async () => {
    const { context, page, id } = await open('ja', 'phone', 'told');
    const line = (name: string) => page.locator('.told', { hasText: name }).first();
    expect(await line('社員全員').locator('.badge').first().textContent()).toBe(told['not-yet'].ja);
    await line('社員全員').locator('summary').click();
    await line('社員全員').getByLabel(told.way.ja).selectOption('in-person');
    await line('社員全員').getByLabel(told.note.ja).fill('朝礼で');
    await line('社員全員').getByRole('button', { name: told.send.ja }).click();
    await line('社員全員').getByText('朝礼で').waitFor();
    expect(await line('社員全員').locator('.badge').first().textContent()).toBe(told.told.ja);
    await expect
      .poll(async () => (await entries(id, 'contact.told')).map((e) => [e.body.contact, e.body.way]))
      .toEqual([['staff', 'in-person']]);
    await line('社員全員').getByRole('button', { name: told.takeBack.ja }).click();
    await expect.poll(() => line('社員全員').locator('.badge').first().textContent(), soon).toBe(told['not-yet'].ja);
    await page.locator('.add summary').click();
    await page.getByLabel(told.addName.ja).fill('県の商工会');
    await page.getByRole('button', { name: told.addSend.ja, exact: true }).click();
    await line('県の商工会').waitFor();
    await context.close();
  });

  it('axe finds nothing in both languages and widths, as they open and in use [SWEEP-05] [NOTICE-09] [TOLD-05]', slow, async () => {
    const found: string[] = [];
    for (const lang of langs) {
      for (const width of widths) {
        const look = async (tab: string, use: (page: Page) => Promise<void>): Promise<void> => {
          const { context, page } = await open(lang, width, tab);
          for (const finding of await findViolations(page)) found.push(`${lang} ${width} ${tab}: ${finding}`);
          await use(page);
          for (const finding of await findViolations(page)) found.push(`${lang} ${width} ${tab} in use: ${finding}`);
          await context.close();
        };
        await look('sweep', async (page) => {
          for (const name of ['Accounts', 'Sales']) await answer(await addPlace(page, lang, name), 'symptoms', lang);
          await page.locator('.rung').first().waitFor();
        });
        await look('notices', async (page) => {
          await page.locator('.field-list summary').click();
          await turnTo(page, 'risk', lang);
        });
        await look('told', async (page) => {
          for (const summary of await page.locator('.told-tab summary').all()) if (await summary.isVisible()) await summary.click();
        });
      }
    }
    expect(found).toEqual([]);
  });

  it('works by keyboard alone [SWEEP-05] [NOTICE-09]', slow, async () => {
    const { context, page } = await open('ja', 'desktop', 'sweep');
    const row = await addPlace(page, 'ja', '経理部');
    await pressOn(page, row.locator('.states').getByRole('button', { name: sweep.symptoms.ja, exact: true }), 'Enter');
    await row.locator('.badge', { hasText: sweep.symptoms.ja }).waitFor();
    await context.close();
    const next = await open('ja', 'desktop', 'notices');
    await pressOn(next.page, next.page.locator('.gaps').getByRole('button', { name: labelOf('phone', 'ja') }), 'Enter');
    await next.page.locator('.thought h3', { hasText: labelOf('phone', 'ja') }).waitFor();
    await pressOn(next.page, next.page.locator('.thought').getByLabel(labelOf('phone', 'ja')), 'Enter').catch(() => {});
    await next.context.close();
  });
});
