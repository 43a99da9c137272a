import { describe, expect, it } from 'vitest';
import { cutPhrases } from './phrases.ts';

describe('phrases', () => {
  it.each([
    'おかしいPCを、Wi-FiやLANから切り離す',
    '「複数の部署です」と、すぐ電話で伝える',
    'はい（複数の部署）',
    '止める範囲をN0〜N4から決め、一度に切る',
    '',
  ])('say the sentence again when joined: %s', (text) => expect(cutPhrases(text).join('')).toBe(text));

  it('keep latin words, short remarks and closing marks whole', () => {
    expect(cutPhrases('はい（複数の部署）')).toEqual(['はい', '（複数の部署）']);
    expect(cutPhrases('おかしいPCを、Wi-FiやLANから切り離す').some((piece) => piece.includes('Wi-Fi'))).toBe(true);
    for (const piece of cutPhrases('「複数の部署です」と、すぐ電話で伝える')) expect(piece).not.toMatch(/^[、。」）]|「$/);
  });
});
