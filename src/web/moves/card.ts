import { callOrder, telOf } from './card-call.ts';
import { type CardValues, readCard } from './card-kept.ts';
import { all, make } from './dom.ts';

/** The lines of the own numbers: filled where something is entered, blank where nothing is. */
const fill = (block: HTMLElement, { contacts }: CardValues): void => {
  for (const line of all('[data-role]', block)) {
    const contact = contacts.find((c) => c.role === line.dataset.role);
    const place = line.querySelector('dd');
    if (!place || !contact?.phone) continue;
    place.replaceChildren(make('a', contact.phone, { href: telOf(contact.phone) }), ` ${contact.name}`);
    block.classList.add('filled');
  }
};

/** The bar at the thumb calls whoever is there at this hour, with the other number beside it. */
const callBar = (bar: HTMLElement, { contacts }: CardValues): void => {
  const [now, other] = callOrder(contacts, new Date());
  if (!now) return;
  const labelOf = (role: string): string => document.querySelector(`[data-role="${role}"] dt`)?.textContent ?? '';
  const call = make('a', bar.dataset.call ?? '', { class: 'btn', href: telOf(now.phone) });
  call.append(make('small', `${labelOf(now.role)} ${now.name} ${now.phone}`));
  const box = make('div', '', { class: 'call' });
  box.append(call);
  if (other) box.append(make('a', `${labelOf(other.role)} ${other.phone}`, { class: 'other', href: telOf(other.phone) }));
  bar.firstElementChild?.replaceWith(box);
};

const draw = (): void => {
  const kept = readCard();
  const values = kept?.draft ?? kept?.values;
  if (!values) return;
  for (const block of all('[data-own]')) fill(block, values);
  const bar = document.querySelector<HTMLElement>('.thumb');
  if (bar) callBar(bar, values);
};

type Piece = { readonly refresh: (seq: number) => Promise<void> };

/** Asks what the server has, and reads the log only where it has more than this browser, or something waits here. */
const look = async (load: () => Promise<Piece>): Promise<void> => {
  const kept = readCard();
  const answer = await fetch('/api/v1/organisation');
  const { head } = (await answer.json()) as { readonly head: { readonly seq: number } };
  // The first entry of the log is the server's own: nobody has written a card yet.
  if (!answer.ok || (!kept?.draft && head.seq <= (kept?.seq ?? 1))) return;
  await (await load()).refresh(head.seq);
  draw();
};

// Loaded by the pages that have a place for the own numbers; asks once whether the server has newer ones.
draw();
setTimeout(() => look(async () => (await import(document.body.dataset.card ?? '')) as Piece).catch(() => {}), 500);
