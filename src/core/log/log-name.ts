import type { LogName } from './entry.ts';

/** True for the log of an incident, false for those of an organisation. */
export const isIncidentLog = (log: LogName): boolean => log.startsWith('incident:');

/** The UUID in the name of a log. */
export const idOfLog = (log: LogName): string => log.slice(log.indexOf(':') + 1);
