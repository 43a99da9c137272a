import type { Kind, Text } from '../../core/index.ts';

/** What each kind of entry is called in a timeline. */
const kinds: Readonly<Record<Kind, Text>> = {
  'incident.reported': { ja: '第一報', en: 'First report' },
  'incident.named': { ja: '呼び名を付けた', en: 'Named' },
  'incident.zone-set': { ja: '時間帯を決めた', en: 'Time zone set' },
  'incident.closed': { ja: '終わりにした', en: 'Closed' },
  'incident.reopened': { ja: '再び開いた', en: 'Reopened' },
  'playbook.added': { ja: '手引きを加えた', en: 'Playbook added' },
  'person.introduced': { ja: '名前を記した', en: 'Person introduced' },
  'facts.recorded': { ja: '答えを記録した', en: 'Answers recorded' },
  'facts.corrected': { ja: '答えを直した', en: 'Answers corrected' },
  'severity.set': { ja: '重大度を決めた', en: 'Severity set' },
  'situation.stated': { ja: '状況をまとめた', en: 'Situation stated' },
  'note.added': { ja: '記録', en: 'Note' },
  'entry.corrected': { ja: '記録を直した', en: 'Entry corrected' },
  'entry.withdrawn': { ja: '取り消した', en: 'Entry taken back' },
  'action.done': { ja: '済んだ手順', en: 'Step done' },
  'action.blocked': { ja: 'できない手順', en: 'Step blocked' },
  'branch.answered': { ja: '分かれ道に答えた', en: 'Branch answered' },
  'place.listed': { ja: '部署・拠点を加えた', en: 'Place listed' },
  'place.asked': { ja: '部署・拠点に聞いた', en: 'Place asked' },
  'contact.listed': { ja: '連絡先を加えた', en: 'Contact listed' },
  'contact.told': { ja: '知らせた相手', en: 'Contact told' },
  'notice.amended': { ja: 'お知らせを書いた', en: 'Notice written' },
  'notice.issued': { ja: 'お知らせを出した', en: 'Notice issued' },
  'draft.amended': { ja: '下書きを書いた', en: 'Draft written' },
  'filing.approved': { ja: '承認した', en: 'Approved' },
  'filing.filed': { ja: '提出した', en: 'Filed' },
  'obligation.waived': { ja: '出さないと決めた', en: 'Decided not to report' },
  'evidence.added': { ja: '証拠を加えた', en: 'Evidence added' },
  'custody.transferred': { ja: '証拠を渡した', en: 'Custody transferred' },
  'part.erased': { ja: 'ことばを消した', en: 'Words erased' },
  'organisation.described': { ja: '組織を記した', en: 'Organisation described' },
  'organisation.contact-set': { ja: '組織の連絡先', en: 'Organisation contact' },
  'organisation.contact-removed': { ja: '組織の連絡先を外した', en: 'Organisation contact removed' },
  'organisation.place-set': { ja: '組織の部署・拠点', en: 'Organisation place' },
  'organisation.place-removed': { ja: '組織の部署・拠点を外した', en: 'Organisation place removed' },
  'incident.imported': { ja: '読み込んだ', en: 'Imported' },
};

/** The name of a kind; that of a newer program as it is. */
export const sayKind = (kind: string): Text => (Object.hasOwn(kinds, kind) ? kinds[kind as Kind] : { ja: kind, en: kind });
