import {
  type Draft,
  type DraftSetting,
  draftOf,
  dutiesOf,
  type Form,
  foldIncident,
  foldOrganisation,
  type Kept,
  type LogName,
  type Part,
  type PartRef,
  sealWords,
  type Signed,
  uuidV7,
} from '../../src/core/index.ts';
import { knowledge } from './knowledge.ts';
import { incidentLog, linkAll, nodeHasher, openDevice, type TestDevice } from './pens.ts';
import { randomFrom } from './random.ts';

/** An incident as people speak it, words and all, with the organisation's card: for tests of what is made from a record. */
export const openScene = (seed: number) => {
  const log = incidentLog(seed);
  const random = randomFrom(seed);
  const bytes = (count: number): Uint8Array => Uint8Array.from({ length: count }, () => random.below(256));
  const card: LogName = `organisation:${uuidV7(1_795_000_000_000, bytes(10))}`;
  const spoken: { incident: Signed[]; card: Signed[] } = { incident: [], card: [] };
  const parts = new Map<string, Part>();
  const first = openDevice(seed);
  first.clock.now = Date.parse('2026-11-24T03:00:00Z');

  const put = (into: 'incident' | 'card', draft: Draft, by: TestDevice, sees: boolean): Signed => {
    const name = into === 'incident' ? log : card;
    const before = linkAll(name, spoken[into]);
    const { body, parts: fresh } = sealWords(draft, {
      now: by.clock.now,
      random: bytes,
      hash: nodeHasher,
      encode: (text) => new TextEncoder().encode(text),
    });
    for (const part of fresh) parts.set(part.id, part);
    const signed = by.say(name, { kind: draft.kind, body } as never, sees ? (before.at(-1)?.link.chain ?? null) : null);
    spoken[into].push(signed);
    return signed;
  };

  const records = (): readonly Kept[] => linkAll(log, spoken.incident);
  const wordsOf = (ref: PartRef | undefined): string | undefined => {
    const part = ref && parts.get(ref.part);
    return part && new TextDecoder().decode(part.bytes);
  };
  const setting = (): DraftSetting => {
    const incident = foldIncident(log, records());
    const organisation = foldOrganisation(card, linkAll(card, spoken.card));
    const duties = dutiesOf(knowledge, incident, organisation);
    const { playbooks, directory, forms } = knowledge;
    return { knowledge, playbooks, directory, forms, incident, records: records(), duties, organisation, wordsOf };
  };
  const form = (id: string): Form => knowledge.forms.find((f) => f.id === id) as Form;

  return {
    log,
    setting,
    records,
    parts,
    /** Someone who has seen everything so far speaks. */
    say: (draft: Draft, by = first) => put('incident', draft, by, true),
    /** Someone speaks who has seen nothing of what others said. */
    sayApart: (draft: Draft, by: TestDevice) => put('incident', draft, by, false),
    sayOnCard: (draft: Draft) => put('card', draft, first, true),
    draft: (stage: 'preliminary' | 'final' = 'preliminary') => draftOf(form('F-01'), stage, setting()),
    form,
  };
};

export type Scene = ReturnType<typeof openScene>;
