import type { LogName, Part, Saying, Signed } from '../../src/core/index.ts';
import type { TestDevice } from '../support/pens.ts';

export const incidentSaying = {
  kind: 'incident.reported',
  body: {
    zone: 'Asia/Tokyo',
    bundle: '0'.repeat(64),
    playbook: 'P-01',
    goingOn: 'yes',
    facts: { personalDataInvolved: true, knownAt: '2026-11-20T18:30:00+09:00' },
  },
} as const satisfies Saying;

/** Entries as an incident gathers them: every third one carries words. */
export const entriesOf = (
  device: TestDevice,
  log: LogName,
  count: number,
): readonly { readonly signed: Signed; readonly parts: readonly Part[] }[] =>
  Array.from({ length: count }, (_, i) => {
    if (i % 3 !== 0) return { signed: device.say(log, { kind: 'action.done', body: { action: `P-01/T5/${i}` } }), parts: [] };
    const { part, ref } = device.words(`経理の端末でファイルが開けないと電話があった。${i}台目。`);
    return { signed: device.say(log, { kind: 'note.added', body: { text: ref } }), parts: [part] };
  });
