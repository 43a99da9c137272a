import {
  type AssessRequest,
  type AssessResult,
  assessResultSchema,
  type CaseList,
  caseListSchema,
  type Directory,
  directorySchema,
  fail,
  type Health,
  healthSchema,
  type HttpProblem,
  httpProblemSchema,
  type Result,
  succeed,
} from '../app/index.ts';

type Schema<T> = { parse(raw: unknown): T };

/** The server's answer, or its problem. A network failure or an answer outside the contract throws. */
type Answer<T> = Promise<Result<T, HttpProblem>>;

export type Client = {
  readonly assess: (request: AssessRequest) => Answer<AssessResult>;
  readonly listCases: () => Answer<CaseList>;
  readonly listDirectory: (table?: 'before' | 'during') => Answer<Directory>;
  readonly health: () => Answer<Health>;
};

/**
 * A typed client of the HTTP interface. `base` is an address such as `http://127.0.0.1:7119`, or empty for the page's own
 * origin. `lang` chooses the words of problems.
 */
export const createClient = (base = '', { lang = 'ja', request = fetch }: { lang?: 'ja' | 'en'; request?: typeof fetch } = {}): Client => {
  const call = async <T>(schema: Schema<T>, path: string, body?: unknown): Answer<T> => {
    const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    const headers = { 'accept-language': lang, ...(body !== undefined && { 'content-type': 'application/json' }) };
    const response = await request(`${base}${path}`, { ...sent, headers });
    const raw: unknown = await response.json();
    return response.ok ? succeed(schema.parse(raw)) : fail(httpProblemSchema.parse(raw));
  };
  return {
    assess: (asked) => call(assessResultSchema, '/api/v1/assess', asked),
    listCases: () => call(caseListSchema, '/api/v1/cases'),
    listDirectory: (table) => call(directorySchema, `/api/v1/directory${table ? `?table=${table}` : ''}`),
    health: () => call(healthSchema, '/healthz'),
  };
};
