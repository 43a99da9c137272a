/** Characters kept at most; entries are ASCII, so this is bytes. */
const most = 16 * 1024 * 1024;

type KeptText = { readonly chain: string; readonly text: string };

/**
 * Keeps the texts of the logs read last. Entries are never changed and hold no words of people: what was put together for
 * a chain stays true for it, whoever writes.
 */
export const keepTexts = () => {
  const kept = new Map<number, KeptText>();
  let size = 0;
  const drop = (log: number): void => {
    size -= kept.get(log)?.text.length ?? 0;
    kept.delete(log);
  };
  return (log: number, chain: string, make: () => string): string => {
    const found = kept.get(log);
    if (found) drop(log);
    const text = found?.chain === chain ? found.text : make();
    if (text.length > most / 16) return text;
    kept.set(log, { chain, text });
    size += text.length;
    for (const oldest of kept.keys()) {
      if (size <= most) break;
      drop(oldest);
    }
    return text;
  };
};
