/** Plain JSON of an OpenAPI document. */
export type Json = Readonly<Record<string, unknown>>;

/** A schema of the contract by its name. */
export const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });

/** An answer in JSON, by the name of its schema. */
export const json = (name: string, description: string): Json => ({
  description,
  content: { 'application/json': { schema: ref(name) } },
});

/** An answer that says what is wrong (RFC 9457). */
export const problem = (description: string): Json => ({
  description,
  content: { 'application/problem+json': { schema: ref('Problem') } },
});

/** What every address may answer. */
export const foreign = { '421': problem('Asked by a host name that is not this machine.') };
