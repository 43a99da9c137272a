import { askCommand } from './commands/ask.ts';
import { assessCommand } from './commands/assess.ts';
import { caseCommand } from './commands/case.ts';
import { dueCommand } from './commands/due.ts';
import { explainCommand } from './commands/explain.ts';
import { knowledgeCommand } from './commands/knowledge.ts';
import { lawCommand } from './commands/law.ts';
import { receiptCommand } from './commands/receipt.ts';
import { startCommand } from './commands/start.ts';
import { versionCommand } from './commands/version.ts';
import type { Command } from './context.ts';

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  startCommand,
  caseCommand,
  assessCommand,
  dueCommand,
  askCommand,
  explainCommand,
  receiptCommand,
  lawCommand,
  knowledgeCommand,
  versionCommand,
];
