import { createPublicKey, verify } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  checkNext,
  checkPart,
  contentHash,
  type ErasedPart,
  foldIncident,
  type Kept,
  type Linked,
  messageToSign,
  type Part,
  startChain,
  withheldParts,
} from '../../src/core/index.ts';
import { nodeHasher } from '../support/pens.ts';
import { casesOf } from '../support/random.ts';
import { memoryPlace, type Outcome, simulate } from './sync-simulation.ts';

const isSigned = ({ entry, signature }: Kept): boolean =>
  verify(
    null,
    Buffer.from(messageToSign(contentHash(entry, nodeHasher))),
    createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: entry.device.slice('ed25519:'.length) }, format: 'jwk' }),
    Buffer.from(signature ?? '', 'base64url'),
  );

/** Statements of the registers: what they write to, or nothing. Told by the test alone, not by the fold. */
const placesOf = ({ kind, body }: Kept['entry']): readonly string[] => {
  if (kind === 'facts.recorded') return Object.keys(body.facts as object).map((fact) => `facts.${fact}`);
  if (kind === 'action.done') return [`actions.${body.action}`];
  if (kind === 'branch.answered') return [`branches.${body.branch}`];
  return kind === 'severity.set' ? ['severity'] : [];
};

const standing = (incident: ReturnType<typeof foldIncident>, place: string): ReadonlySet<string> => {
  const [map, key] = place.split(/\.(.*)/s) as ['facts' | 'actions' | 'branches' | 'severity', string];
  const register = map === 'severity' ? incident.severity : incident[map][key];
  return new Set((register ?? []).map((s) => s.entry));
};

/** Statements that no longer stand although nobody who had seen them wrote to their place. */
const overwrittenUnseen = ({ log, devices }: Outcome, records: readonly Kept[]): readonly string[] => {
  const incident = foldIncident(log, records);
  const seen = new Map(devices.flatMap((d) => d.words.map((w) => [w.entry, w.seen] as const)));
  const live = records.filter(({ entry, link }) => link?.refusal === undefined && !Object.hasOwn(incident.withdrawn, entry.id));
  return live.flatMap(({ entry }, i) =>
    placesOf(entry).flatMap((place) => {
      if (standing(incident, place).has(entry.id)) return [];
      const later = live.slice(i + 1).filter((r) => placesOf(r.entry).includes(place));
      return later.some((r) => seen.get(r.entry.id)?.has(entry.id)) ? [] : [`${entry.id} in ${place}`];
    }),
  );
};

const breachesOf = (log: string, records: readonly Linked[], parts: readonly (Part | ErasedPart)[]): readonly unknown[] => {
  let state = startChain(log);
  const breaches: unknown[] = [];
  for (const linked of records) {
    const next = checkNext(state, linked, nodeHasher);
    breaches.push(...next.breaches);
    state = next.state;
  }
  const altered = parts.flatMap((part) => checkPart(state, part, nodeHasher) ?? []);
  return [...breaches, ...altered, ...withheldParts(state, new Set(parts.map((p) => p.id)))];
};

describe('devices apart and together again', () => {
  const runs = casesOf(1000, 40);
  const outcomes: Outcome[] = [];
  const totals: Record<string, number> = {};
  beforeAll(async () => {
    for (let seed = 1; seed <= runs; seed++) {
      const outcome = await simulate(seed, memoryPlace());
      outcomes.push(outcome);
      for (const [fate, n] of Object.entries(outcome.met)) totals[fate] = (totals[fate] ?? 0) + n;
    }
  }, 600_000);
  afterAll(() =>
    console.log(`sync: ${runs} seeded runs of 3 devices${runs < 1000 ? ' (npm run soak: 1,000)' : ''}; ${JSON.stringify(totals)}`),
  );

  it('met every kind of trouble', () => expect(Object.values(totals).every((n) => n > 0)).toBe(true));

  it('end with the same log, fold and words everywhere [SYNC-01]', async () => {
    for (const { log, server, devices } of outcomes) {
      const truth = await server.read(log);
      for (const { store } of devices) {
        const here = await store.read(log);
        expect(here).toEqual(truth);
        expect(foldIncident(log, here.records)).toEqual(foldIncident(log, truth.records));
      }
    }
  });

  it('lose nothing and keep nothing twice [SYNC-02]', async () => {
    for (const { log, server, devices } of outcomes) {
      const ids = (await server.read(log)).records.map((r) => r.entry.id);
      expect([...ids].sort()).toEqual(devices.flatMap((d) => d.words.map((w) => w.entry)).sort());
    }
  });

  it('overwrite nothing that the writer had not seen [SYNC-03]', async () => {
    for (const outcome of outcomes) expect(overwrittenUnseen(outcome, (await outcome.server.read(outcome.log)).records)).toEqual([]);
  });

  it('verify: chain, chain of each device, signatures, words, skew of each clock [SYNC-04]', async () => {
    for (const { log, server, devices, longest } of outcomes) {
      const { records, parts } = await server.read(log);
      expect(breachesOf(log, records as readonly Linked[], parts)).toEqual([]);
      expect(records.filter((r) => !isSigned(r))).toEqual([]);
      const skews = new Map(devices.map((d) => [d.device, d.skew / 1000]));
      const off = records.filter(({ entry, link }) => {
        const skew = skews.get(entry.device) ?? 0;
        return link === undefined || link.skewSeconds > skew + 1 || link.skewSeconds < skew - longest / 1000 - 1;
      });
      expect(off).toEqual([]);
    }
  });

  it('make one chain of each device, though two windows speak at once [SYNC-05]', async () => {
    for (const { log, server } of outcomes) {
      const { records } = await server.read(log);
      const priors = records.map((r) => `${r.entry.device} ${r.entry.prior}`);
      expect(new Set(priors).size).toBe(priors.length);
    }
  });
});
