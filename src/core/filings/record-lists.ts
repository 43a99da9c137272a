import type { Text } from '../knowledge/text.ts';
import { codeNameOf } from '../log/code-name.ts';
import type { PartRef } from '../log/entry.ts';
import { idOfLog } from '../log/log-name.ts';
import { isDisputed, latest, type Register } from '../log/register.ts';
import type { DraftSetting } from './draft.ts';
import { isSettled } from './duties.ts';
import { nothing, type RecordText } from './record-text.ts';
import { sayFormal } from './say-values.ts';

const same = (words: string): Text => ({ ja: words, en: words });

/** Words that a place holds; none of those that people wrote apart. */
const wordsIn = (register: Register<PartRef>, { wordsOf }: DraftSetting): RecordText => {
  const words = register.map((s) => wordsOf(s.value));
  const [first] = words;
  const agreed = first !== undefined && first.trim() !== '' && words.every((w) => w === first);
  return { ...nothing, lines: agreed ? [same(first)] : [], entries: register.map((s) => s.entry), wordless: words.includes(undefined) };
};

/** What the incident is called; its code name until people named it. */
export const nameOf = (setting: DraftSetting): RecordText => {
  const { incident } = setting;
  return incident.name.length > 0 ? wordsIn(incident.name, setting) : { ...nothing, lines: [codeNameOf(idOfLog(incident.log))] };
};

/** The plans that were begun. */
export const casesOf = ({ incident, playbooks }: DraftSetting): RecordText => ({
  ...nothing,
  lines: incident.playbooks.flatMap((id) => playbooks.find((p) => p.id === id)?.title ?? []),
});

/** The level that a person set. */
export const severityOf = ({ incident: { severity } }: DraftSetting): RecordText => {
  const level = latest(severity);
  return level && !isDisputed(severity) ? { ...nothing, lines: [same(level.value.level)], entries: [level.entry] } : nothing;
};

const seen: Readonly<Record<'symptoms' | 'none' | 'not-asked' | 'unknown', Text>> = {
  symptoms: { ja: '同じ症状がある', en: 'sees the same signs' },
  none: { ja: '症状はない', en: 'sees no signs' },
  'not-asked': { ja: 'まだ聞いていない', en: 'not asked yet' },
  unknown: { ja: '分からない', en: 'does not know' },
};

/** Every department or site that was listed, and what it sees. One that nobody asked is not one without signs. */
export const placesOf = ({ incident, wordsOf }: DraftSetting): RecordText => {
  const lines = Object.values(incident.places).flatMap(({ name, asked }) => {
    const words = wordsOf(latest(name)?.value);
    if (words === undefined) return [];
    const said = isDisputed(asked) ? seen.unknown : seen[latest(asked)?.value.state ?? 'not-asked'];
    return [{ line: { ja: `・${words}：${said.ja}`, en: `- ${words}: ${said.en}` }, entries: [...name, ...asked].map((s) => s.entry) }];
  });
  return { ...nothing, lines: lines.map((l) => l.line), entries: lines.flatMap((l) => l.entries) };
};

/** The state of things as the last handover told it. */
export const conditionsOf = (setting: DraftSetting): RecordText => wordsIn(setting.incident.situation.conditions, setting);

/** What was asked for in the last handover. */
export const needsOf = (setting: DraftSetting): RecordText => wordsIn(setting.incident.situation.needs, setting);

/** What is kept as proof, and who holds it now. */
export const evidenceOf = ({ incident, wordsOf }: DraftSetting): RecordText => {
  const kept = Object.values(incident.evidence).map(({ added, custody }) => {
    const label = wordsOf(added.value.label);
    const holder = wordsOf(custody.at(-1)?.value.to ?? added.value.holder);
    const place = custody.length > 0 ? undefined : wordsOf(added.value.place);
    const where: Text = {
      ja: [holder && `保管：${holder}`, place && `置き場所：${place}`].filter(Boolean).join('、'),
      en: [holder && `held by ${holder}`, place && `kept at ${place}`].filter(Boolean).join(', '),
    };
    const line: Text = {
      ja: `・${label ?? '（消された言葉）'}${where.ja && `（${where.ja}）`}`,
      en: `- ${label ?? '(erased words)'}${where.en && ` (${where.en})`}`,
    };
    return { line, wordless: label === undefined, entries: [added.entry, ...custody.map((c) => c.entry)] };
  });
  return {
    ...nothing,
    lines: kept.map((k) => k.line),
    entries: kept.flatMap((k) => k.entries),
    wordless: kept.some((k) => k.wordless),
  };
};

/** Decisions not to report, with who decided and why. */
export const decisionsOf = ({ incident, knowledge, wordsOf }: DraftSetting): RecordText => {
  const decided = incident.waivers.map(({ value, entry }) => {
    const rule = knowledge.base.rules.find((r) => r.id === value.obligation);
    const label = rule?.label ?? same(value.obligation);
    const stage = rule?.stages.find((s) => s.id === value.stage)?.label;
    const on = sayFormal(value.decidedOn, incident.zone);
    const [who, why] = [wordsOf(value.decidedBy), wordsOf(value.reason)];
    const line: Text = {
      ja: `・${on.ja}　${label.ja}${stage ? `（${stage.ja}）` : ''}を出さないと決めました。${who ? `決めた人：${who}。` : ''}${why ? `理由：${why}` : ''}`,
      en: `- ${on.en}: decided not to file: ${label.en}${stage ? ` (${stage.en})` : ''}.${who ? ` Decided by ${who}.` : ''}${why ? ` Reason: ${why}` : ''}`,
    };
    return { line, entry: entry, wordless: who === undefined || why === undefined };
  });
  return { ...nothing, lines: decided.map((d) => d.line), entries: decided.map((d) => d.entry), wordless: decided.some((d) => d.wordless) };
};

/** Dates that still lie ahead: of duties that apply or are taken to apply, neither filed nor decided against; the earliest first. */
export const deadlinesOf = ({ duties, incident }: DraftSetting): RecordText => {
  const open = duties.duties.flatMap(({ obligation: { rule, applies, presumed }, stages }) =>
    applies === 'yes' || presumed
      ? stages.flatMap((s) =>
          s.stage.latest !== null && !isSettled(s)
            ? [{ rule, label: s.stage.label, latest: s.stage.latest, assumed: s.stage.assumed }]
            : [],
        )
      : [],
  );
  const sorted = [...open].sort((a, b) => (a.latest < b.latest ? -1 : a.latest > b.latest ? 1 : 0));
  const lines = sorted.map(({ rule, label, latest: by, assumed }): Text => {
    const on = sayFormal(by, incident.zone);
    return {
      ja: `・${on.ja}まで　${rule.label.ja}（${label.ja}）${assumed ? '（起算は仮）' : ''}`,
      en: `- by ${on.en}: ${rule.label.en} (${label.en})${assumed ? ' (start assumed)' : ''}`,
    };
  });
  return { ...nothing, lines };
};
