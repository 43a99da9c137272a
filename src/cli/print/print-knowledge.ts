import type { KnowledgeSummary } from '../../app/index.ts';
import type { Lang, Text } from '../../core/index.ts';
import { padTo } from './width.ts';

const names: Readonly<Record<keyof KnowledgeSummary['counts'], Text>> = {
  facts: { ja: '事実', en: 'facts' },
  rules: { ja: '義務', en: 'duties' },
  terms: { ja: '用語', en: 'terms' },
  pending: { ja: 'これからの改正', en: 'changes to come' },
  recipients: { ja: '届け先', en: 'recipients' },
  calendars: { ja: '暦', en: 'calendars' },
  playbooks: { ja: '場面', en: 'cases' },
  blocks: { ja: '共通の手順', en: 'common blocks' },
  directory: { ja: '連絡先', en: 'directory entries' },
  questions: { ja: 'よくある問い', en: 'questions' },
};

/** Version, hash, counts, and what was never read or checked. */
export const printKnowledge = ({ version, hash, counts, unread, unchecked }: KnowledgeSummary, lang: Lang): string => {
  const ja = lang === 'ja';
  return [
    `${ja ? '知識の版' : 'Knowledge version'} ${version}`,
    `SHA-256 ${hash}`,
    '',
    ...Object.entries(counts).map(([key, count]) => `  ${padTo(names[key as keyof typeof names][lang], 20)} ${count}`),
    '',
    ja
      ? `条文を読めていない期限（要確認として出します）：${unread.length}`
      : `Limits whose text was never read (shown as to be confirmed): ${unread.length}`,
    ...unread.map((u) => `  ${u.rule} ${u.stage}  ${u.cite}`),
    ja ? `いまのページを人が開いて確かめていない出典：${unchecked}` : `Sources whose live page nobody has opened: ${unchecked}`,
    '',
  ].join('\n');
};
