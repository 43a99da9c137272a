import type { Locator, Page } from 'playwright-core';
import type { Lang } from '../../src/core/index.ts';
import { messages } from '../../src/web/duties/messages.ts';

/** The question of the moment in the duties check. */
export const questionOf = (page: Page): Locator => page.locator('section.question');

/** Opens the duties check and waits for its first question. `hash` may name a case: `#case=malware`. */
export const openDuties = async (page: Page, base: string, lang: Lang, hash = ''): Promise<void> => {
  await page.goto(`${base}/${lang}/duties/${hash}`);
  await questionOf(page).waitFor();
};

/** Whether the check still asks, or says that nothing is left. */
export const isAsking = async (page: Page, lang: Lang): Promise<boolean> =>
  (await page.getByRole('heading', { name: messages.allAsked[lang] }).count()) === 0;

/** The button that says nothing is known, in the words of the kind of question. */
export const laterButton = (page: Page, lang: Lang): Locator => {
  const named = (name: string): Locator => questionOf(page).getByRole('button', { name, exact: true });
  return named(messages.unknown[lang]).or(named(messages.later[lang]));
};

/** Says of every question left that nobody knows. Pressed inside the page, because there are many. */
export const leaveRest = (page: Page, lang: Lang): Promise<void> =>
  page.evaluate(
    async (names) => {
      for (let i = 0; i < 200; i++) {
        const buttons = [...document.querySelectorAll<HTMLButtonElement>('section.question button')];
        const later = buttons.find((button) => names.includes(button.textContent ?? ''));
        if (!later) return;
        later.click();
        await new Promise((resolve) => setTimeout(resolve));
      }
    },
    [messages.unknown[lang], messages.later[lang]],
  );

/** Answers as someone who fears the worst: yes, now, the first of a list, a number above a thousand. */
export const answerQuestion = async (page: Page, lang: Lang): Promise<void> => {
  const question = questionOf(page);
  const named = (name: string): Locator => question.getByRole('button', { name, exact: true });
  for (const button of [named(messages.yes[lang]), named(messages.now[lang])]) {
    if ((await button.count()) === 0) continue;
    await button.click();
    return;
  }
  const choice = question.getByRole('radio').or(question.getByRole('checkbox')).first();
  if ((await choice.count()) > 0) await choice.check();
  else await question.getByRole('textbox').first().fill('1500');
  await named(messages.decide[lang]).click();
};
