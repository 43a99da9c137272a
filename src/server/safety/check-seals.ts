import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import type { Seal, SealCheck } from '../../app/index.ts';
import { type DeviceId, fromBase64url } from '../../core/index.ts';

const scheme = 'ed25519:';

const keyOf = (device: DeviceId): KeyObject | undefined => {
  if (!device.startsWith(scheme)) return undefined;
  const x = device.slice(scheme.length);
  if (fromBase64url(x)?.length !== 32) return undefined;
  try {
    return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  } catch {
    return undefined;
  }
};

/** Checks signatures in the thread pool of Node: the caller goes on reading meanwhile. Each key is read once. */
export const openSealCheck = (): SealCheck => {
  const keys = new Map<DeviceId, KeyObject | undefined>();
  const check = ({ device, message, signature }: Seal): Promise<boolean> | boolean => {
    if (!keys.has(device)) keys.set(device, keyOf(device));
    const key = keys.get(device);
    const bytes = fromBase64url(signature);
    if (!key || bytes?.length !== 64) return false;
    return new Promise((resolve) => {
      verify(null, Buffer.from(message), key, bytes, (error, fits) => resolve(!error && fits));
    });
  };
  return (seals) => Promise.all(seals.map(check));
};
