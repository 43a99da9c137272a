import { all, make } from './dom.ts';
import type { Words } from './words.ts';

/** Full-width and half-width, capital and small letters read alike. */
export const normalise = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Every word of the query must occur somewhere; two characters are enough, word borders do not matter. */
export const matches = (haystack: string, query: string): boolean =>
  normalise(query)
    .split(/\s+/)
    .every((word) => haystack.includes(word));

/** Puts a box above every list marked `data-filter`, whose value is the label of the box. */
export const startFilters = (words: Words): void => {
  for (const [i, list] of all('[data-filter]').entries()) {
    const items = ([...list.children] as HTMLElement[]).map((item) => ({
      item,
      text: normalise(`${item.textContent ?? ''} ${item.dataset.k ?? ''}`),
    }));
    const box = make('div', '', { class: 'filter', role: 'search' });
    const input = make('input', '', { type: 'search', id: `filter-${i}`, autocomplete: 'off', enterkeyhint: 'search' });
    const count = make('p', '', { role: 'status' });
    input.addEventListener('input', () => {
      let shown = 0;
      for (const { item, text } of items) {
        item.hidden = !matches(text, input.value.trim());
        if (!item.hidden) shown++;
      }
      count.textContent = input.value.trim() === '' ? '' : shown === 0 ? words.none : words.count(shown, items.length);
    });
    box.append(make('label', list.dataset.filter ?? '', { for: input.id }), input, count);
    list.before(box);
  }
};
