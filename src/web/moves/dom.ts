/** Makes an element with text and attributes; `true` sets an empty attribute. */
export const make = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  text: string,
  attributes: Readonly<Record<string, string>> = {},
): HTMLElementTagNameMap[K] => {
  const element = document.createElement(tag);
  element.textContent = text;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
};

export const makeButton = (text: string, onPress: () => void, attributes: Readonly<Record<string, string>> = {}): HTMLButtonElement => {
  const button = make('button', text, { type: 'button', ...attributes });
  button.addEventListener('click', onPress);
  return button;
};

export const all = <E extends HTMLElement>(selector: string, root: ParentNode = document): readonly E[] => [
  ...root.querySelectorAll<E>(selector),
];

/** One polite line for people who listen; what is seen changes in its own place. */
export const makeAnnouncer = (): ((text: string) => void) => {
  const line = make('p', '', { class: 'vh', role: 'status' });
  document.querySelector('main')?.append(line);
  return (text) => {
    line.textContent = text;
  };
};
