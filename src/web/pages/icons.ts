import type { Playbook } from '../../core/index.ts';
import { html, type Html, raw } from './html.ts';

const strokes: Readonly<Record<Playbook['icon'], string>> = {
  pc: '<rect x="4" y="7" width="40" height="27" rx="2"/><path d="M24 34v7M16 42h16M24 14v8M24 26v1"/>',
  mail: '<rect x="4" y="9" width="40" height="30" rx="2"/><path d="m5 11 19 15 19-15"/>',
  web: '<circle cx="24" cy="24" r="19"/><path d="M5 24h38"/><ellipse cx="24" cy="24" rx="8" ry="19"/>',
  account: '<circle cx="24" cy="16" r="9"/><path d="M8 42c0-9 7-15 16-15s16 6 16 15"/>',
  lost: '<path d="M12 5h17l8 9v29H12z"/><path d="M29 5v9h8M18 25h13M18 33h13"/>',
  partner: '<path d="M5 43V13h16v30M27 43V5h16v38M5 43h38M11 21h4M11 30h4M33 14h4M33 23h4M33 32h4"/>',
  voice: '<path d="M5 8h38v25H23l-9 9v-9H5z"/><path d="M14 17h20M14 24h12"/>',
  cloud: '<path d="M14 39c-13 0-13-17 0-17 0-15 20-16 22-2 12 1 11 19-1 19z"/>',
  money: '<circle cx="24" cy="24" r="19"/><path d="m16 13 8 11 8-11M24 24v12M17 26h14M17 32h14"/>',
  unsure: '<circle cx="24" cy="24" r="19"/><path d="M18 19c0-8 12-8 12 0 0 5-6 5-6 10M24 34v1"/>',
};

/** The line drawing of a case; decoration, so it has no name. */
export const icon = (name: Playbook['icon']): Html =>
  html`<svg viewBox="0 0 48 48" width="36" height="36" fill="none" stroke="currentColor" stroke-width="2.5" aria-hidden="true">${raw(strokes[name])}</svg>`;

/** The seal as a picture file for the browser's tab. */
export const sealFile =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="12" fill="#c1272d"/>' +
  '<g fill="#fff" font-family="BIZ UDPGothic,Noto Sans JP,Hiragino Sans,Yu Gothic UI,sans-serif" font-size="27" font-weight="700" text-anchor="middle">' +
  '<text x="32" y="29">初</text><text x="32" y="56">動</text></g></svg>';
