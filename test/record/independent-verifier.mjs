// Checks an exported log, written from docs/log-format.md alone: JSON, SHA-256 and Ed25519, nothing of the product.
import { createHash, createPublicKey, verify } from 'node:crypto';

const H = (text) => createHash('sha256').update(text, 'utf8').digest('hex');
const canon = (v) =>
  Array.isArray(v)
    ? `[${v.map(canon).join(',')}]`
    : v && typeof v === 'object'
      ? `{${Object.keys(v)
          .sort()
          .map((k) => `${JSON.stringify(k)}:${canon(v[k])}`)
          .join(',')}}`
      : JSON.stringify(v);
const isSpelled = (text, length) => {
  const bytes = Buffer.from(String(text), 'base64url');
  return bytes.toString('base64url') === text && (length === undefined || bytes.length === length);
};
const isSigned = (device, message, signature, mustSign = false) => {
  const [scheme, x] = String(device).split(':');
  if (scheme !== 'ed25519') return !mustSign && scheme === 'unsigned' && signature === null;
  if (!isSpelled(x, 32) || !isSpelled(signature, 64)) return false;
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  return verify(null, Buffer.from(message), key, Buffer.from(signature, 'base64url'));
};
const isPromise = (v) =>
  Object.keys(v).sort().join() === 'commit,part' && /^[0-9a-f-]{36}$/.test(v.part) && /^[0-9a-f]{64}$/.test(v.commit);
const promises = (v) => (v && typeof v === 'object' ? (isPromise(v) ? [v] : Object.values(v).flatMap(promises)) : []);

/** Returns every fault as a sentence; none means that the log is whole. */
export const checkLog = (text) => {
  const faults = [];
  const lines = text.split('\n');
  if (lines.pop() !== '') faults.push('no line feed at the end');
  const read = lines.map((line, i) => {
    try {
      const value = JSON.parse(line) ?? {};
      if (canon(value) !== line) faults.push(`line ${i + 1} is not canonical`);
      return value;
    } catch {
      faults.push(`line ${i + 1} is not JSON`);
      return {};
    }
  });
  const [head = {}] = read;
  if (head.shodo !== 'log' || head.version !== 1 || !head.head) return [...faults, 'no head'];
  const shapes = ['entry,link,signature', 'part', 'witness'];
  for (const [i, r] of read.entries())
    if (i > 0 && !shapes.includes(Object.keys(r).join())) return [...faults, `line ${i + 1} is of no known shape`];
  const [ids, said, promised, erased, chains] = [new Set(), new Map(), new Map(), new Set(), [null]];
  for (const { entry, signature, link } of read.filter((r) => r.entry)) {
    const at = `entry ${link.seq}`;
    if (entry.version !== 1 || entry.log !== head.head.log) faults.push(`${at}: other log or version`);
    if (link.seq !== chains.length) faults.push(`${at}: gap`);
    const content = H(`shodo.entry.1\n${canon(entry)}`);
    const { chain, ...arrival } = link;
    const expected = H(`shodo.link.1\n${canon({ ...arrival, before: chains.at(-1), content, log: entry.log, signature })}`);
    if (expected !== chain) return [...faults, `${at}: chain`];
    if (ids.has(entry.id)) faults.push(`${at}: id twice`);
    if (entry.prior !== (said.get(entry.device) ?? null)) faults.push(`${at}: prior`);
    if (entry.base !== null && !chains.includes(entry.base)) faults.push(`${at}: base`);
    if (Object.keys(arrival).some((key) => !['seq', 'arrivedAt', 'skewSeconds', 'refusal'].includes(key))) faults.push(`${at}: link`);
    if (!isSigned(entry.device, `shodo.entry-signature.1\n${content}`, signature)) faults.push(`${at}: signature`);
    ids.add(entry.id);
    said.set(entry.device, content);
    for (const { part, commit } of promises(entry.body)) {
      if ((promised.get(part) ?? commit) !== commit) faults.push(`${at}: part promised twice`);
      else promised.set(part, commit);
    }
    const { parts } = entry.body;
    if (entry.kind === 'part.erased' && !link.refusal && Array.isArray(parts)) for (const id of parts) erased.add(id);
    chains.push(chain);
  }
  if (head.head.seq !== chains.length - 1 || head.head.chain !== chains.at(-1)) faults.push('head');
  for (const { part } of read.filter((r) => r.part)) {
    const commit = promised.get(part.id);
    if (commit === undefined) faults.push(`part ${part.id}: nobody promised it`);
    else if (part.erased !== erased.has(part.id) && (part.erased || erased.has(part.id))) faults.push(`part ${part.id}: erased or not`);
    else if (!part.erased && !(isSpelled(part.salt, 32) && isSpelled(part.bytes))) faults.push(`part ${part.id}: spelling`);
    else if (!part.erased) {
      const found = createHash('sha256')
        .update(Buffer.from(part.salt, 'base64url'))
        .update(Buffer.from(part.bytes, 'base64url'))
        .digest('hex');
      if (found !== commit) faults.push(`part ${part.id}: altered`);
    }
  }
  for (const { witness } of read.filter((r) => r.witness)) {
    const { log, seq, chain, signedAt, signer, signature } = witness;
    if (!isSigned(signer, `shodo.head.1\n${canon({ chain, log, seq, signedAt })}`, signature, true))
      faults.push(`witness of ${seq}: forged`);
    if (log !== head.head.log || chains[seq] !== chain) faults.push(`witness of ${seq}: differs`);
  }
  return faults;
};
