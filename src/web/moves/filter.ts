import { matches } from '../search.ts';
import { all, make } from './dom.ts';
import type { Words } from './words.ts';

/** Puts a box above every list marked `data-filter`, whose value is the label of the box. */
export const startFilters = (words: Words): void => {
  for (const [i, list] of all('[data-filter]').entries()) {
    const items = ([...list.children] as HTMLElement[]).map((item) => ({
      item,
      text: `${item.textContent ?? ''} ${item.dataset.k ?? ''}`,
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
