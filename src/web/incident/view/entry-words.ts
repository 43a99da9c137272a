import { type Entry, isKind, isPartRef, type Kind, type PartRef, partsIn, type Text } from '../../../core/index.ts';
import type { IncidentSetting } from '../setting.ts';
import { type Names, tellerOf, tells } from './tells.ts';
import { t } from '../../text.ts';

/** What an entry is about, for the filter and for its mark. */
export type Topic = 'report' | 'fact' | 'act' | 'note' | 'decision' | 'told' | 'paper' | 'log';

/** An entry in words: one line, and what stands under it. */
export type EntryWords = { readonly text: string; readonly details: readonly string[]; readonly topic: Topic };

const topics: Readonly<Partial<Record<Kind, Topic>>> = {
  'incident.reported': 'report',
  'facts.recorded': 'fact',
  'facts.corrected': 'fact',
  'place.asked': 'fact',
  'branch.answered': 'fact',
  'action.done': 'act',
  'action.blocked': 'act',
  'note.added': 'note',
  'evidence.added': 'note',
  'custody.transferred': 'note',
  'severity.set': 'decision',
  'incident.closed': 'decision',
  'incident.reopened': 'decision',
  'filing.approved': 'decision',
  'obligation.waived': 'decision',
  'filing.filed': 'told',
  'contact.told': 'told',
  'notice.issued': 'told',
  'situation.stated': 'paper',
  'notice.amended': 'paper',
  'draft.amended': 'paper',
};

/** What the filter calls each topic. */
export const topicNames: Readonly<Record<Topic, Text>> = {
  report: t('第一報', 'First report'),
  fact: t('わかったこと', 'What is known'),
  act: t('したこと', 'What was done'),
  note: t('メモと写真', 'Notes and photos'),
  decision: t('判断', 'Decisions'),
  told: t('知らせたこと', 'Who was told'),
  paper: t('書いたもの', 'Papers'),
  log: t('記録そのもの', 'The record itself'),
};

/** Says an entry in words. An unknown kind is named as it is. */
export const sayEntry = (entry: Entry, setting: Names): EntryWords => {
  const found = isKind(entry.kind) ? tells[entry.kind] : undefined;
  const topic = (isKind(entry.kind) ? topics[entry.kind] : undefined) ?? 'log';
  if (!found) return { text: entry.kind, details: [], topic };
  const { text, details = [] } = found(tellerOf(setting), entry.body as never);
  return { text, details, topic };
};

/** Every word of an entry that its people wrote, for searching. */
export const wordsIn = (entry: Entry, { wordsOf }: Pick<IncidentSetting, 'wordsOf'>): readonly string[] =>
  partsIn(entry.body).flatMap((ref) => (isPictureRef(entry, ref) ? [] : (wordsOf(ref) ?? [])));

const isPictureRef = ({ body }: Entry, ref: PartRef): boolean => {
  const pictures = [...(Array.isArray(body.pictures) ? body.pictures : []), body.picture];
  return pictures.some((p) => typeof p === 'object' && p !== null && 'image' in p && isPartRef(p.image) && p.image.part === ref.part);
};
