import type { FastifyReply, FastifyRequest } from 'fastify';
import type { HttpProblem, Problem } from '../app/index.ts';
import { type EdgeCode, edgeMessages, statusByCode, titles } from './problem-table.ts';

export type Lang = 'ja' | 'en';

/** Japanese unless English is asked for with more weight (RFC 9110 quality values). */
export const langOf = (acceptLanguage: string | undefined): Lang => {
  const weights = { ja: 0, en: 0 };
  for (const part of (acceptLanguage ?? '').split(',')) {
    const [tag = '', ...params] = part.trim().toLowerCase().split(';');
    const lang = tag.startsWith('en') ? 'en' : tag.startsWith('ja') ? 'ja' : undefined;
    const quality = Number(
      params
        .find((p) => p.trim().startsWith('q='))
        ?.trim()
        .slice(2) ?? 1,
    );
    if (lang) weights[lang] = Math.max(weights[lang], Number.isFinite(quality) ? quality : 0);
  }
  return weights.en > weights.ja ? 'en' : 'ja';
};

/** An error of the HTTP layer as a problem of the same shape as those of the contract. */
export const edgeProblem = (code: EdgeCode) => ({ code, message: edgeMessages[code] });

const bodyOf = (problem: Problem | ReturnType<typeof edgeProblem>, lang: Lang, requestId: string): HttpProblem => {
  const status = statusByCode[problem.code];
  return {
    type: `urn:shodo:problem:${problem.code}`,
    title: titles[status]?.[lang] ?? problem.code,
    status,
    detail: problem.message[lang],
    ...problem,
    requestId,
  };
};

/** The body alone, for refusals that no route sees. */
export const problemBody = (code: EdgeCode, lang: Lang, requestId: string): string =>
  JSON.stringify(bodyOf(edgeProblem(code), lang, requestId));

/** Answers with problem+json (RFC 9457): status by the table, words by Accept-Language, request id for whoever runs this. */
export const sendProblem = (
  request: FastifyRequest,
  reply: FastifyReply,
  problem: Problem | ReturnType<typeof edgeProblem>,
): FastifyReply => {
  const lang = langOf(request.headers['accept-language']);
  const status = statusByCode[problem.code];
  return reply
    .code(status)
    .headers({ 'content-language': lang, 'cache-control': 'no-store', vary: 'accept-language' })
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(bodyOf(problem, lang, request.id)));
};
