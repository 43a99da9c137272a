import type { Facts } from '../../src/core/index.ts';

/** What is known of a private company's leak of personal data that nothing excludes: the beginning of many cases of law. */
export const leakFacts = {
  entityType: 'private',
  role: 'controller',
  eventType: ['leak'],
  occurred: true,
  personalDataInvolved: true,
  strongProtection: false,
  recoveredUnseen: false,
} as const satisfies Facts;
