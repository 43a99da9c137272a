import { nearestTo } from '../../core/index.ts';
import type { KnowledgeFiles } from '../parse-knowledge.ts';

/** What a check found, and the named thing it belongs to (`rule:appi-ppc-report`). */
export type Finding = { readonly at: string; readonly check: string; readonly message: string };

/** One small rule about the knowledge. It never throws and sees nothing but the parsed files. */
export type Check = (files: KnowledgeFiles) => readonly Finding[];

/** The nearest of the known names, as a suggestion for a misspelt one; empty where nothing is near. */
export const suggest = (wrong: string, known: Iterable<string>): string => {
  const nearest = nearestTo(wrong, [...known]);
  return nearest === undefined ? '' : ` (did you mean ${nearest}?)`;
};
