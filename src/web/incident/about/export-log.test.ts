import { expect, it } from 'vitest';
import { incidentLog, linkAll, nodeHasher, openDevice, reported } from '../../../../test/support/pens.ts';
import { checkNext, type Linked, readLine, startChain } from '../../../core/index.ts';
import { linesHere } from './export-log.ts';

it('makes a file that reads back line by line and whose chain holds, without what waits [ROOM-19]', () => {
  const log = incidentLog(91);
  const device = openDevice(91);
  const words = device.words('共有フォルダが開けない');
  const linked = linkAll(log, [device.say(log, reported), device.say(log, { kind: 'note.added', body: { text: words.ref } })]);
  const waiting = device.say(log, { kind: 'note.added', body: {} });
  const last = linked.at(-1) as Linked;
  const head = { log, seq: last.link.seq, chain: last.link.chain };
  const lines = linesHere(head, [...linked, waiting], new Map([[words.part.id, words.part]])).map(readLine);
  expect(lines.map((l) => l.line)).toEqual(['head', 'entry', 'entry', 'part']);
  let state = startChain(log);
  for (const line of lines) {
    if (line.line !== 'entry') continue;
    const next = checkNext(state, line.linked, nodeHasher);
    expect(next.breaches).toEqual([]);
    state = next.state;
  }
  expect(state.head).toEqual(head);
});
