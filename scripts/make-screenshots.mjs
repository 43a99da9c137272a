// `npm run screenshots`: the pictures of the two READMEs, taken from the running program.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findChromium } from './system-packages.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = join(root, 'docs', 'screens');

const sizes = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } };

/** Answers the first questions as someone who fears the worst, so that the picture shows every kind of verdict. */
const answerSome = async (page) => {
  const question = page.locator('section.question');
  const press = async (name) => {
    const button = question.getByRole('button', { name, exact: true });
    if ((await button.count()) === 0) return false;
    await button.first().click();
    return true;
  };
  for (let i = 0; i < 10; i += 1) {
    await page.waitForTimeout(150);
    const asked = (await question.getByRole('heading').first().textContent()) ?? '';
    if (/暗号|encrypt/i.test(asked) && ((await press('いいえ')) || (await press('No')))) continue;
    if ((await press('いま')) || (await press('Now')) || (await press('はい')) || (await press('Yes'))) continue;
    const choice = question.getByRole('radio').or(question.getByRole('checkbox')).first();
    if ((await choice.count()) === 0) break;
    await choice.check();
    await question
      .getByRole('button', { name: /^(これで決める|Answer)$/ })
      .first()
      .click();
  }
  await page.evaluate(() => window.scrollTo(0, 0));
};

/** Begins an incident from the first moves and says what someone would in its first minutes. */
const beginAndTell = async (page) => {
  const ja = page.url().includes('/ja/');
  await page
    .getByRole('button', { name: ja ? 'できた' : 'Done', exact: true })
    .first()
    .click();
  await page
    .getByText(ja ? '記録をはじめる' : 'Start the record')
    .first()
    .click();
  await page.waitForURL(/\/incident\/#/);
  const input = page.getByRole('textbox').first();
  const notes = ja
    ? ['営業部の共有PCで、知らない画面が出た', '経理部に電話。同じ症状はない', '保守会社に電話した。30分で折り返し']
    : [
        'An unknown window on the shared PC of Sales',
        'Phoned Accounting: no symptoms there',
        'Phoned the IT vendor: they call back in 30 minutes',
      ];
  for (const note of notes) {
    await input.fill(note);
    await input.press('Enter');
    await page.waitForTimeout(600);
  }
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.waitForTimeout(1500);
};

const pictures = ['ja', 'en'].flatMap((lang) => [
  { name: `home-${lang}-phone`, path: `/${lang}/`, size: 'phone', lang },
  { name: `moves-${lang}-phone`, path: `/${lang}/cases/malware/`, size: 'phone', lang },
  { name: `duties-${lang}-desktop`, path: `/${lang}/duties/#case=malware`, size: 'desktop', lang, before: answerSome },
  { name: `room-${lang}-desktop`, path: `/${lang}/cases/malware/`, size: 'desktop', lang, before: beginAndTell },
]);

/** What the pictures are taken of lies apart from any real record. */
const kept = mkdtempSync(join(tmpdir(), 'shodo-pictures-'));
process.on('exit', () => rmSync(kept, { recursive: true, force: true }));

/** The program on a free port, and the address it printed. */
const startProgram = () =>
  new Promise((resolve, reject) => {
    const args = ['start', '--port', '0', '--lang', 'en', '--data', join(kept, 'data'), '--keys', join(kept, 'keys')];
    const child = spawn(process.execPath, [join(root, 'bin', 'shodo.mjs'), ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.on('data', (text) => {
      said += text;
      const address = /http:\/\/\S+/.exec(said)?.[0];
      if (address) resolve({ child, address });
    });
    child.on('exit', () => reject(new Error('The program ended before it listened.')));
  });

const take = async (browser, address, { name, path, size, lang, before }) => {
  const context = await browser.newContext({
    viewport: sizes[size],
    deviceScaleFactor: 2,
    isMobile: size === 'phone',
    locale: lang === 'ja' ? 'ja-JP' : 'en-GB',
    timezoneId: 'Asia/Tokyo',
  });
  const page = await context.newPage();
  await page.goto(`${address}${path}`, { waitUntil: 'load' });
  await page.waitForTimeout(800);
  if (before) await before(page);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await context.close();
  console.log(`docs/screens/${name}.png`);
};

const executablePath = findChromium();
if (!executablePath) {
  console.error('A Chromium browser is needed for the pictures.');
  process.exit(1);
}
mkdirSync(folder, { recursive: true });
const { child, address } = await startProgram();
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
try {
  for (const picture of pictures) await take(browser, address, picture);
} finally {
  await browser.close();
  child.kill();
}
