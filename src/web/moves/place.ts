import { all } from './dom.ts';

/** Opens the closed part that holds the place an address names, and goes there. */
export const openPlace = (): void => {
  const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!place) return;
  let closed = false;
  for (let part: Element | null = place; part; part = part.parentElement) {
    if (part instanceof HTMLDetailsElement && part.classList.contains('phase') && !part.open) {
      part.open = true;
      closed = true;
    }
  }
  if (closed) place.scrollIntoView();
};

/** The id of what is being read: the last named place above the upper third of the window. */
const placeInView = (): string => {
  if (scrollY < 120) return document.body.classList.contains('unsure') ? location.hash.slice(1) : '';
  const above = all('main [id]').filter((place) => {
    const { top, height } = place.getBoundingClientRect();
    return height > 0 && top < innerHeight / 3;
  });
  return above.at(-1)?.id ?? '';
};

/** The other language opens at the same place of the same page. */
export const keepPlace = (): void => {
  const link = document.querySelector<HTMLAnchorElement>('[data-lang]');
  if (!link) return;
  const base = link.pathname;
  link.addEventListener('click', () => {
    const id = placeInView();
    link.href = base + (document.body.classList.contains('duties') ? location.hash : id && `#${id}`);
  });
};
