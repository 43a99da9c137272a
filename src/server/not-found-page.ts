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

/** Says where to go instead. Plain HTML: it stands without style and script. */
export const notFoundPage = (lang: Lang): string => {
  const { title, lead, help, home } = words[lang];
  return `<!doctype html>
<html lang="${lang}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${title}｜初動 Shodo</title></head>
<body><main>
<h1>${title}</h1>
<p>${lead}</p>
<p>${help}</p>
<p><a href="/${lang}/">${home}</a></p>
</main></body>
</html>
`;
};
