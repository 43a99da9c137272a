import type { Lang } from '../../../core/index.ts';
import { saveFile } from '../view/save-file.ts';

/** Gives a text to the person as a file. */
export const saveText = (name: string, text: string, type: string): void =>
  saveFile(new Blob([text], { type: `${type};charset=utf-8` }), name);

/** Prints one text and nothing else of the page. */
export const printText = (text: string, lang: Lang): void => {
  const sheet = document.createElement('div');
  sheet.className = 'print-sheet';
  sheet.lang = lang;
  const [title = '', ...lines] = text.split('\n');
  const head = document.createElement('h1');
  head.textContent = title;
  sheet.append(
    head,
    ...lines.map((line) => {
      const p = document.createElement('p');
      p.textContent = line;
      return p;
    }),
  );
  document.body.append(sheet);
  document.documentElement.classList.add('printing-sheet');
  const done = (): void => {
    sheet.remove();
    document.documentElement.classList.remove('printing-sheet');
    removeEventListener('afterprint', done);
  };
  addEventListener('afterprint', done);
  window.print();
};
