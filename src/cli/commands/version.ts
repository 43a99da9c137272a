import type { Command } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { readVersion } from '../read-bundle.ts';

export const versionCommand: Command = {
  name: 'version',
  summary: { ja: 'プログラムの版を出す', en: 'Print the version of the program' },
  usage: ['version'],
  options: {},
  words: 0,
  run: async (context) => {
    await context.out(`${readVersion(context.root)}\n`);
    return exitCodes.ok;
  },
};
