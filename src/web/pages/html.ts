/** Markup that is safe to print as it stands. Only `html` and `raw` make it. */
export type Html = { readonly html: string };

export type Part = Html | string | number | null | undefined | false | readonly Part[];

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text for element content and for quoted attributes. */
export const escapeText = (text: string): string => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);

const print = (part: Part): string => {
  if (part === null || part === undefined || part === false) return '';
  if (typeof part === 'string') return escapeText(part);
  if (typeof part === 'number') return String(part);
  if ('html' in part) return part.html;
  return part.map(print).join('');
};

/**
 * Builds markup; every interpolated text is escaped, lists are joined, null and false print nothing.
 * Line breaks and the indentation of the template are dropped, so that pages stay small and text stays exact.
 */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html => {
  const squeezed = strings.map((text) => text.replace(/\s*\n\s*/g, ''));
  return { html: squeezed.map((text, i) => text + (i < parts.length ? print(parts[i]) : '')).join('') };
};

/** Marks a string as markup. Only for constants of this program and for output of `html`. */
export const raw = (markup: string): Html => ({ html: markup });
