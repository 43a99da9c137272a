import * as z from 'zod/mini';
import { contractSchemas } from './registry.ts';

export const textSchema = z
  .object({ ja: z.string(), en: z.string() })
  .register(contractSchemas, { id: 'Text', description: 'A text for people, in Japanese (first) and English.' });

export const bundleSchema = z
  .object({ version: z.string(), hash: z.string() })
  .register(contractSchemas, { id: 'BundleRef', description: 'The version of the knowledge that answered, and the SHA-256 of its bytes.' });

/** What a caller may send back as it pleases; results carry it unchanged. */
export const callerIdSchema = z.nullable(z.union([z.string(), z.number()]));

/** A civil date `YYYY-MM-DD`, or RFC 3339 with offset. */
export const momentSchema = z
  .string()
  .register(contractSchemas, { id: 'Moment', description: 'A civil date `YYYY-MM-DD`, or an RFC 3339 instant with its offset.' });
