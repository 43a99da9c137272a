import { askCommand } from './commands/ask.ts';
import { agreementsCommand } from './commands/agreements.ts';
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
import { reportCommand } from './commands/report.ts';
import { factsCommand } from './commands/facts.ts';
import { timelineCommand } from './commands/timeline.ts';
import { draftCommand } from './commands/draft.ts';
import { fileCommand } from './commands/file.ts';
import { exportCommand } from './commands/export.ts';
import { importCommand } from './commands/import.ts';
import { verifyCommand } from './commands/verify.ts';
import { rebuildCommand } from './commands/rebuild.ts';
import { backupCommand } from './commands/backup.ts';
import { restoreCommand } from './commands/restore.ts';

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  startCommand,
  reportCommand,
  factsCommand,
  timelineCommand,
  draftCommand,
  fileCommand,
  exportCommand,
  importCommand,
  verifyCommand,
  rebuildCommand,
  backupCommand,
  restoreCommand,
  agreementsCommand,
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
