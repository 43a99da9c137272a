import { describe, expect, it } from 'vitest';
import { describeApi } from './describe-api.ts';

const refsIn = (value: unknown): string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => (key === '$ref' ? [String(inner)] : refsIn(inner)))
    : [];

describe('the API document', () => {
  // Meant to change? `npx vitest run src/app/contract -u` writes docs/openapi.json anew; review it as part of the change.
  it('is the one checked in: the contract changes on purpose only [HTTP-01]', async () => {
    await expect(`${JSON.stringify(describeApi(), null, 2)}\n`).toMatchFileSnapshot('../../../docs/openapi.json');
  });

  it('refers only to schemas that it holds [HTTP-01]', () => {
    const api = describeApi() as { components: { schemas: Record<string, unknown> } };
    const known = Object.keys(api.components.schemas).map((name) => `#/components/schemas/${name}`);
    expect(refsIn(api).filter((ref) => !known.includes(ref))).toEqual([]);
  });
});
