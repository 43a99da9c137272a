import type { Lang } from './send-problem.ts';

const words = {
  ja: {
    title: 'ページが見つかりません',
    lead: 'アドレスが変わったか、打ちまちがいかもしれません。',
    help: 'いま困っているときは、最初の画面から選んでください。',
    home: '何が起きましたか（最初の画面へ）',
  },
  en: {
    title: 'This page was not found',
    lead: 'The address may have changed, or may be mistyped.',
    help: 'If you need help now, start from the first page.',
    home: 'What happened? (to the first page)',
  },
} as const;

/** Says where to go instead, in the dress of the site where its style sheet is known. */
export const notFoundPage = (lang: Lang, style?: string): string => {
  const { title, lead, help, home } = words[lang];
  return `<!doctype html>
<html lang="${lang}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${title} | 初動 Shodo</title>${style ? `<link rel="stylesheet" href="${style}">` : ''}</head>
<body class="about"><main id="main">
<h1 class="ph">${title}</h1>
<p class="short">${lead}</p>
<p>${help}</p>
<p><a class="btn" href="/${lang}/">${home}</a></p>
</main></body>
</html>
`;
};
