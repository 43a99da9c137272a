import { type ReactNode, useState } from 'react';
import { messages } from '../messages.ts';
import { useIncident } from '../setting.ts';
import type { Checked } from './check-chain.ts';

const shortHash = (hash: string): string => `${hash.slice(0, 4)}…${hash.slice(-2)}`;

/** How long the chain is, where it ends, and on a touch whether it holds on this device. */
export const ChainLine = (): ReactNode => {
  const { say, records, head, parts } = useIncident();
  const [checked, setChecked] = useState<Checked & { readonly chain: string | null }>();
  const [busy, setBusy] = useState(false);
  const verify = async (): Promise<void> => {
    setBusy(true);
    const { checkChain } = await import('./check-chain.ts');
    setChecked({ ...(await checkChain(head.log, records, parts)), chain: head.chain });
    setBusy(false);
  };
  if (head.chain === null) return <p className="chain soft">{say(messages.chainNone)}</p>;
  const fresh = checked?.chain === head.chain ? checked : undefined;
  return (
    <div className="chain">
      <p className="soft">
        {say(messages.chain(head.seq, shortHash(head.chain)))}{' '}
        <button type="button" className="link" disabled={busy} onClick={() => void verify()}>
          {say(messages.verify)}
        </button>
      </p>
      <div role="status">
        {busy && <p className="soft">{say(messages.verifying)}</p>}
        {fresh && !busy && (
          <>
            <p className={fresh.breaches.length === 0 ? 'holds' : 'error'}>
              {fresh.breaches.length === 0 ? `✓ ${say(messages.verified(fresh.count))}` : say(messages.breaches(fresh.breaches.length))}
            </p>
            <p className="soft">{say(messages.verifyParts(fresh.present, fresh.erased, fresh.withheld))}</p>
            {fresh.breaches.slice(0, 20).map((b) => (
              <p key={`${b.what}.${b.seq}.${b.part}`} className="error">
                {say(messages.breachAt(b.what, b.seq))}
              </p>
            ))}
            <p className="soft">{say(messages.verifyLimit)}</p>
          </>
        )}
      </div>
    </div>
  );
};
