import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { incidentLog, openDevice, reported } from '../../test/support/pens.ts';
import { type Running, runServer } from '../../test/support/running-server.ts';
import { type Part, partToJson, type Signed } from '../core/index.ts';

let server: Running;
beforeAll(async () => {
  server = await runServer();
});
afterAll(() => server.stop());

const uuidOf = (log: string): string => log.slice(log.indexOf(':') + 1);
const post = async (path: string, body: unknown) => {
  const answer = await server.ask(`/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { ...answer, json: JSON.parse(answer.text) };
};
const get = async (path: string) => {
  const answer = await server.ask(`/api/v1${path}`);
  return { ...answer, json: JSON.parse(answer.text) };
};
const proposal = (entries: readonly Signed[], parts: readonly Part[] = []) => ({
  sentAt: new Date().toISOString(),
  entries,
  parts: parts.map(partToJson),
});

/** An incident with one note, as a device begins it. */
const begin = async (seed: number) => {
  const device = openDevice(seed);
  const log = incidentLog(seed);
  const { part, ref } = device.words('ファイルが開けません');
  const entries = [device.say(log, reported), device.say(log, { kind: 'note.added', body: { text: ref } })];
  return { device, log, id: uuidOf(log), part, entries, answer: await post('/incidents', proposal(entries, [part])) };
};

describe('the record over HTTP, for devices', () => {
  it('puts entries in order, and says the same places to what is sent twice [API-01]', async () => {
    const { log, id, part, entries, answer } = await begin(101);
    expect(answer.status).toBe(200);
    expect(answer.json).toMatchObject({ id, log, head: { log, seq: 2 }, links: [{ id: entries[0]?.entry.id, seq: 1 }, { seq: 2 }] });
    expect((await post('/incidents', proposal(entries, [part]))).json).toEqual(answer.json);
    expect((await post(`/incidents/${id}/entries`, proposal(entries, [part]))).json).toEqual(answer.json);
  });

  it('hands out a log after a place, with its parts, never to be kept by a cache [API-02]', async () => {
    const { id, log, part, entries, answer } = await begin(102);
    const whole = await get(`/incidents/${id}/entries`);
    expect(whole.headers['cache-control']).toBe('no-store');
    expect(whole.json.head).toEqual({ log, seq: 2, chain: answer.json.head.chain });
    expect(whole.json.entries.map(({ link: _link, ...signed }: { link: unknown }) => signed)).toEqual(entries);
    expect(whole.json.parts).toEqual([partToJson(part)]);
    const { json } = await get(`/incidents/${id}/entries?after=1&limit=1`);
    expect(json.entries.map((e: { link: { seq: number } }) => e.link.seq)).toEqual([2]);
    expect(json.parts).toEqual([partToJson(part)]);
    expect((await get(`/incidents/${id}/entries?after=x`)).json).toMatchObject({ code: 'wrong-type', field: 'after' });
  });

  it('writes down how far a clock is ahead [API-03]', async () => {
    const device = openDevice(103);
    const log = incidentLog(103);
    const { json } = await post('/incidents', { sentAt: '2026-11-24T12:02:05+09:00', entries: [device.say(log, reported)] });
    expect(json.links[0]).toMatchObject({ skewSeconds: 125, arrivedAt: '2026-11-24T03:00:00.000Z' });
  });

  it('names the field of what is wrong, in both languages [API-04]', async () => {
    const device = openDevice(104);
    const log = incidentLog(104);
    const first = device.say(log, reported);
    const other = device.say(incidentLog(1040), reported);
    const { part } = device.words('知らない');
    const cases: readonly (readonly [unknown, number, string, string])[] = [
      [[], 400, 'not-an-object', 'request'],
      [{ entries: [] }, 400, 'wrong-type', 'entries'],
      [{ entrys: [first] }, 400, 'unknown-field', 'entrys'],
      [{ entries: [{ ...first, entry: { ...first.entry, kind: 'incident.reportd' } }] }, 422, 'unknown-kind', 'entries.0.kind'],
      [{ entries: [{ ...first, entry: { ...first.entry, body: { zone: 'Asia/Tokyo' } } }] }, 400, 'missing-field', 'entries.0.body.bundle'],
      [{ entries: [first, other] }, 422, 'other-log', 'entries.1.entry.log'],
      [{ sentAt: 'now', entries: [first] }, 422, 'bad-instant', 'sentAt'],
      [{ entries: [first], parts: [partToJson(part)] }, 422, 'bad-part', 'parts.0'],
      [
        { entries: [{ ...first, signature: `${first.signature?.startsWith('A') ? 'B' : 'A'}${first.signature?.slice(1)}` }] },
        422,
        'bad-signature',
        'entries.0.signature',
      ],
    ];
    for (const [body, status, code, field] of cases) {
      const answer = await post('/incidents', body);
      expect([answer.status, answer.json.code, answer.json.field], JSON.stringify(answer.json)).toEqual([status, code, field]);
      expect(answer.json.message.ja && answer.json.message.en).toBeTruthy();
    }
    expect((await get(`/incidents/${uuidOf(log)}`)).status).toBe(404);
  });

  it('takes entries of a device that cannot sign, and none with a signature that does not fit [API-05]', async () => {
    const silent = openDevice(105, { signs: false });
    const log = incidentLog(105);
    expect((await post('/incidents', proposal([silent.say(log, reported)]))).status).toBe(200);
    const forged = { ...silent.say(log, { kind: 'note.added', body: {} }), signature: 'A'.repeat(86) };
    expect((await post(`/incidents/${uuidOf(log)}/entries`, proposal([forged]))).json).toMatchObject({ field: 'entries.0.signature' });
  });

  it('refuses another entry under a known id, and an incident that did not begin [API-06]', async () => {
    const { device, log, id } = await begin(106);
    const taken = openDevice(1060, { signs: false });
    const mine = device.say(log, { kind: 'note.added', body: {} });
    await post(`/incidents/${id}/entries`, proposal([mine]));
    const other = {
      entry: { ...taken.say(log, { kind: 'playbook.added', body: { playbook: 'P-02' } }).entry, id: mine.entry.id },
      signature: null,
    };
    const answer = await post(`/incidents/${id}/entries`, proposal([other]));
    expect([answer.status, answer.json.code]).toEqual([409, 'id-taken']);
    const nowhere = incidentLog(1061);
    const early = await post(`/incidents/${uuidOf(nowhere)}/entries`, proposal([device.say(nowhere, { kind: 'note.added', body: {} })]));
    expect([early.status, early.json.code]).toEqual([404, 'unknown-incident']);
  });

  it('keeps what may not take effect, and says why [API-07]', async () => {
    const { device, log, id } = await begin(107);
    const reopen = device.say(log, { kind: 'incident.reopened', body: { reason: device.words('まだ').ref } });
    const { json } = await post(`/incidents/${id}/entries`, proposal([reopen]));
    expect(json.links).toMatchObject([{ seq: 3, refusal: 'not-closed' }]);
    expect((await get(`/incidents/${id}`)).json.incident.refused).toMatchObject([{ value: 'not-closed' }]);
  });
});

describe('the record over HTTP, for other programs', () => {
  it('refuses what is nested too deep, and hands out a log with large pictures piece by piece [API-20]', async () => {
    const id = uuidOf(incidentLog(1300));
    await post('/incidents', { id, sayings: [{ kind: 'incident.reported', body: {} }] });
    const deep = await server.ask(`/api/v1/incidents/${id}/entries`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: `{"sayings":[{"kind":"note.added","body":{"text":${'['.repeat(50_000)}${']'.repeat(50_000)}}}]}`,
    });
    expect([deep.status, JSON.parse(deep.text).code]).toEqual([422, 'entry-too-large']);
    const large = 'あ'.repeat(600_000);
    for (let i = 0; i < 4; i++)
      expect((await post(`/incidents/${id}/entries`, { sayings: [{ kind: 'note.added', body: { text: { text: large } } }] })).status).toBe(
        200,
      );
    const first = (await get(`/incidents/${id}/entries?after=0&limit=500`)).json;
    expect([first.head.seq, first.entries.length, first.parts.length]).toEqual([5, 3, 2]);
    const rest = (await get(`/incidents/${id}/entries?after=3&limit=500`)).json;
    expect([rest.entries.length, rest.parts.length]).toEqual([2, 2]);
  });

  it('reads the facts of a program by the catalogue, and names what it lacks [API-18]', async () => {
    const id = uuidOf(incidentLog(1200));
    expect((await post('/incidents', { id, sayings: [{ kind: 'incident.reported', body: {} }] })).status).toBe(200);
    const say = (facts: unknown) => post(`/incidents/${id}/entries`, { sayings: [{ kind: 'facts.recorded', body: { facts } }] });
    expect((await say({ personalData: true, role: 'processor', eventType: 'unknown' })).status).toBe(200);
    expect((await say({ personalDataInvolvd: true })).json).toMatchObject({ code: 'unknown-fact', nearest: 'personalDataInvolved' });
    expect((await say({ role: 'spaceAgency' })).json).toMatchObject({ status: 422, code: 'unknown-value' });
    const { facts } = (await get(`/incidents/${id}`)).json.incident;
    expect(facts).toMatchObject({
      personalDataInvolved: [{ value: { value: true } }],
      role: [{ value: { value: 'entrustee' } }],
      eventType: [{ value: { value: null } }],
    });
  });

  it('writes entries for who says things in plain JSON, once for each id [API-08]', async () => {
    const id = uuidOf(incidentLog(108));
    const saying = { id: uuidOf(incidentLog(1080)), kind: 'note.added', body: { text: { text: '電話で聞いた' } } };
    const begun = await post('/incidents', { id, sayings: [{ kind: 'incident.reported', body: { text: { text: '止まった' } } }, saying] });
    expect(begun.json).toMatchObject({ id, head: { seq: 2 } });
    const again = await post(`/incidents/${id}/entries`, { sayings: [saying, { kind: 'severity.set', body: { level: 'L2' } }] });
    expect(again.json.links.map((l: { seq: number }) => l.seq)).toEqual([2, 3]);
    const shown = (await get(`/incidents/${id}`)).json;
    expect(Object.values(shown.words).sort()).toEqual(['止まった', '電話で聞いた'].sort());
    expect(shown.entries.map((e: Signed) => e.entry.prior === null)).toEqual([true, false, false]);
    expect(new Set(shown.entries.map((e: Signed) => e.entry.device)).size).toBe(1);
    const wrong = await post(`/incidents/${id}/entries`, { sayings: [{ kind: 'severity.set', body: { level: 'L9' } }] });
    expect(wrong.json).toMatchObject({ code: 'wrong-type', field: 'sayings.0.body.level' });
  });

  it('refuses half a character by its field, and keeps nothing of it [API-21]', async () => {
    const id = uuidOf(incidentLog(1081));
    await post('/incidents', { id, sayings: [{ kind: 'incident.reported', body: {} }] });
    const fine = { kind: 'note.added', body: { text: { text: '𠮷野家' } } };
    for (const half of ['\ud842', '\udfb7', '𠮷\ud842あ']) {
      const { status, json } = await post(`/incidents/${id}/entries`, {
        sayings: [fine, { kind: 'note.added', body: { text: { text: half } } }],
      });
      expect([status, json]).toMatchObject([422, { code: 'ill-formed-text', field: 'sayings.1.body.text.text' }]);
    }
    expect((await post(`/incidents/${id}/entries`, { sayings: [fine] })).json.head.seq).toBe(2);
  });

  it('refuses a reason or a name made of blanks, and a knowing in the future, by their fields, however they are sent [LOG-24, LOG-25]', async () => {
    const { device, log, id } = await begin(1110);
    const waived = (reason: string, decidedBy: string) => ({
      kind: 'obligation.waived',
      body: {
        obligation: 'appi-ppc-report',
        reason: { text: reason },
        decidedBy: { text: decidedBy },
        decidedOn: '2026-11-24',
        bundle: '0'.repeat(64),
      },
    });
    const say = async (saying: unknown) => (await post(`/incidents/${id}/entries`, { sayings: [saying] })).json;
    expect(await say(waived('　', ' '))).toMatchObject({
      status: 422,
      code: 'blank-words',
      field: 'sayings.0.body.reason',
      others: [{ field: 'sayings.0.body.decidedBy' }],
    });
    expect(await say({ kind: 'facts.recorded', body: { facts: { knownAt: '2099-01-01' } } })).toMatchObject({
      code: 'lies-ahead',
      field: 'sayings.0.body.facts.knownAt',
    });
    const reason = device.words('　');
    const corrected = device.say(log, { kind: 'facts.corrected', body: { facts: { personalDataInvolved: true }, reason: reason.ref } });
    const sent = await post(`/incidents/${id}/entries`, proposal([corrected], [reason.part]));
    expect(sent.json).toMatchObject({ code: 'blank-words', field: 'entries.0.entry.body.reason' });
    expect((await get(`/incidents/${id}`)).json.head.seq).toBe(2);
    expect((await say(waived('対象外', '社長'))).links).toMatchObject([{ seq: 3 }]);
  });

  it('shows one incident whole: what it comes to, duties, words, entries [API-09]', async () => {
    const { device, log, id, part } = await begin(109);
    device.clock.now = Date.parse('2026-11-24T03:00:00Z');
    const facts = device.say(log, {
      kind: 'facts.recorded',
      body: { facts: { personalDataInvolved: true, sensitiveInfo: true, knownAt: '2026-11-20T18:30:00+09:00' } },
    });
    await post(`/incidents/${id}/entries`, proposal([facts]));
    const { json } = await get(`/incidents/${id}`);
    expect(json).toMatchObject({
      id,
      log,
      head: { seq: 3 },
      incident: { seq: 3, state: 'open' },
      words: { [part.id]: 'ファイルが開けません' },
    });
    expect(json.entries.length).toBe(3);
    expect(json.duties[0]).toMatchObject({ id: 'sample-report' });
  });

  it('shows the words of an erased part no more, and names it [API-10]', async () => {
    const { device, log, id, part } = await begin(110);
    await get(`/incidents/${id}`);
    await post(
      `/incidents/${id}/entries`,
      proposal([device.say(log, { kind: 'part.erased', body: { parts: [part.id], reason: 'mistake' } })]),
    );
    const { json } = await get(`/incidents/${id}`);
    expect([json.words, json.erased]).toEqual([{}, [part.id]]);
    expect((await get(`/incidents/${id}/entries`)).json.parts).toEqual([{ id: part.id, erased: true }]);
  });

  it('lists incidents page by page, the newest first, each up to date [API-11]', async () => {
    const [a, b] = [await begin(111), await begin(112)];
    await post(`/incidents/${a.id}/entries`, proposal([a.device.say(a.log, { kind: 'severity.set', body: { level: 'L3' } })]));
    const first = (await get('/incidents?limit=1')).json;
    expect(first.incidents.map((i: { id: string }) => i.id)).toEqual([b.id]);
    const second = (await get(`/incidents?limit=1&cursor=${first.next}`)).json;
    expect(second.incidents).toMatchObject([{ id: a.id, severity: 'L3', seq: 3, state: 'open' }]);
    expect(typeof second.behind).toBe('number');
  });

  it('lists deadlines over all incidents, the earliest first [API-12]', async () => {
    for (const [seed, day] of [
      [113, '2026-11-10'],
      [114, '2026-11-05'],
    ] as const) {
      const { device, log, id } = await begin(seed);
      const facts = { personalDataInvolved: true, sensitiveInfo: true, strongProtection: false, knownAt: `${day}T10:00:00+09:00` };
      await post(`/incidents/${id}/entries`, proposal([device.say(log, { kind: 'facts.recorded', body: { facts } })]));
      await get(`/incidents/${id}`);
    }
    const { deadlines } = (await get('/deadlines')).json;
    expect(deadlines.length).toBeGreaterThan(1);
    const latest = deadlines.map((d: { latest: string }) => d.latest.slice(0, 10));
    expect(latest).toEqual([...latest].sort());
  });

  it('knows its organisation, whose card is a log too [API-13]', async () => {
    const { json } = await get('/organisation');
    expect(json).toMatchObject({ log: `organisation:${json.id}`, head: { seq: 1 } });
    const device = openDevice(115);
    const { part, ref } = device.words('みほん株式会社');
    const named = device.say(json.log, { kind: 'organisation.described', body: { name: ref } });
    expect((await post('/organisation/entries', proposal([named], [part]))).json.links).toMatchObject([{ seq: 2 }]);
    expect((await get('/organisation/entries?after=1')).json.parts).toEqual([partToJson(part)]);
    const astray = device.say(incidentLog(115), reported);
    expect((await post('/organisation/entries', proposal([astray]))).json.code).toBe('other-log');
  });

  it('says which methods an address of the record has [API-14]', async () => {
    const id = uuidOf(incidentLog(1));
    for (const [path, allowed] of [
      ['/incidents', 'GET, HEAD, POST'],
      [`/incidents/${id}`, 'GET, HEAD'],
      [`/incidents/${id}/entries`, 'GET, HEAD, POST'],
    ] as const) {
      const answer = await server.ask(`/api/v1${path}`, { method: 'DELETE' });
      expect([answer.status, answer.headers.allow]).toEqual([405, allowed]);
    }
    expect((await get('/incidents/nothing')).json.code).toBe('unknown-incident');
  });
});

/** Reads a live stream until it has sent so many entries. */
const listen = (path: string, count: number, headers: Record<string, string> = {}) =>
  new Promise<{
    readonly type: string | undefined;
    readonly ids: string[];
    readonly entries: { entry: { id: string; log: string }; parts: unknown[] }[];
  }>((resolve, reject) => {
    const ids: string[] = [];
    const entries: { entry: { id: string; log: string }; parts: unknown[] }[] = [];
    let rest = '';
    const sent = httpRequest({ host: '127.0.0.1', port: server.port, path: `/api/v1${path}`, headers, agent: false }, (response) => {
      response.setEncoding('utf8').on('data', (text: string) => {
        const blocks = (rest + text).split('\n\n');
        rest = blocks.pop() ?? '';
        for (const block of blocks) {
          const data = /^data: (.*)$/m.exec(block)?.[1];
          if (data === undefined) continue;
          ids.push(/^id: (.*)$/m.exec(block)?.[1] ?? '');
          entries.push(JSON.parse(data));
        }
        if (entries.length >= count) {
          resolve({ type: response.headers['content-type'], ids, entries });
          sent.destroy();
        }
      });
    });
    sent.on('error', reject);
    sent.end();
  });

describe('the live stream', () => {
  it('sends what is there after a place, then what comes, with parts [API-15]', async () => {
    const { device, log, id, entries, part } = await begin(120);
    const heard = listen(`/incidents/${id}/live?after=1`, 2);
    const next = device.say(log, { kind: 'note.added', body: {} });
    await post(`/incidents/${id}/entries`, proposal([next]));
    const { type, ids, entries: came } = await heard;
    expect(type).toContain('text/event-stream');
    expect(ids).toEqual(['2', '3']);
    expect(came.map((e) => e.entry.id)).toEqual([entries[1]?.entry.id, next.entry.id]);
    expect(came[0]?.parts).toEqual([partToJson(part)]);
  });

  it('resumes after what the listener saw last [API-16]', async () => {
    const { id } = await begin(121);
    expect((await listen(`/incidents/${id}/live`, 1, { 'last-event-id': '1' })).ids).toEqual(['2']);
  });

  it('sends several logs over one connection, and resumes each [API-17]', async () => {
    const [a, b] = [await begin(122), await begin(123)];
    const path = `/live?log=${a.log}:2&log=${b.log}:1`;
    const first = await listen(path, 1);
    expect(first.ids).toEqual([`${a.log}:2 ${b.log}:2`]);
    const heard = listen(path, 1, { 'last-event-id': first.ids[0] ?? '' });
    const next = a.device.say(a.log, { kind: 'note.added', body: {} });
    await post(`/incidents/${a.id}/entries`, proposal([next]));
    expect((await heard).entries.map((e) => e.entry.id)).toEqual([next.entry.id]);
    expect((await get('/live?log=incident:x:1')).json).toMatchObject({ code: 'wrong-type', field: 'log' });
  });
});
