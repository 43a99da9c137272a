/**
 * Resolves at the first SIGINT or SIGTERM. Later ones are passed over: a terminal and npm both pass the same one on, and
 * closing must not be cut short by the second.
 */
export const waitForSignal = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  });
