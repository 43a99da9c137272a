import type { Text } from '../core/index.ts';

/** What a stage is called and whether an incident may close without it, where a rule does not say otherwise. */
export const stageDefaults: Readonly<Record<string, { readonly label: Text; readonly closes: boolean }>> = {
  preliminary: { label: { ja: '速報', en: 'Preliminary report' }, closes: true },
  interim: { label: { ja: '中間の報告', en: 'Interim report' }, closes: true },
  final: { label: { ja: '確報', en: 'Final report' }, closes: true },
  supplement: { label: { ja: '追完', en: 'Supplement' }, closes: false },
  notice: { label: { ja: '連絡・通知', en: 'Notice' }, closes: true },
  notify: { label: { ja: '当局への届出', en: 'Notification' }, closes: true },
  'late-notify': { label: { ja: '遅れた届出（理由を添える）', en: 'Late notification, with reasons' }, closes: false },
  'phased-information': { label: { ja: '段階的な追加の情報', en: 'Information in phases' }, closes: false },
  communicate: { label: { ja: '本人への連絡', en: 'Communication to the people concerned' }, closes: true },
  'inform-controller': { label: { ja: '管理者への連絡', en: 'Informing the controller' }, closes: true },
};
