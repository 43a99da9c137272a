import type { FastifyInstance, FastifyRequest } from 'fastify';

const policy = ["default-src 'self'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'", "object-src 'none'"].join('; ');

const unused = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'usb',
];

/** Sent with every answer. No inline script or style, no frame, no other origin, and no CORS header at all. */
const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': unused.map((feature) => `${feature}=()`).join(', '),
};

export const headersOf = (requestId: string): Readonly<Record<string, string>> => ({ ...securityHeaders, 'x-request-id': requestId });

export const headersFor = (request: FastifyRequest): Readonly<Record<string, string>> => headersOf(request.id);

/** Sets them first of all, so that refusals carry them too. */
export const setSecurityHeaders = (app: FastifyInstance): void => {
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(headersFor(request));
    done();
  });
};
