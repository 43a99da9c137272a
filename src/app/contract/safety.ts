import * as z from 'zod/mini';
import { contractSchemas } from './registry.ts';
import { textSchema } from './text.ts';

const secondPlace = {
  folder: z.nullable(z.string()),
  /** UTC. */
  lastCopyAt: z.nullable(z.string()),
  behindSince: z.nullable(z.string()),
  sameDisk: z.optional(z.boolean()),
  problem: z.optional(textSchema),
  keyWritten: z.boolean(),
  remindOn: z.optional(z.string()),
  began: z.optional(z.object({ at: z.string(), text: textSchema })),
};

z.object(secondPlace).register(contractSchemas, {
  id: 'SecondPlace',
  description:
    'Where the encrypted copy lies. `behindSince`: since when something is not in it; null while it has all. `sameDisk`: a broken disk would take both, as far as the system says. `keyWritten`: the owner said that the recovery key is on paper. `remindOn`: without a folder, the day on which to say so. `began`: that a new record was begun where there was one before, and what to do; until `beganRead` was sent.',
});

z.object({ ...secondPlace, recoveryKey: z.optional(z.string()) }).register(contractSchemas, {
  id: 'SecondPlaceChosen',
  description: '`recoveryKey` opens the copies. It is given until `keyWritten` was sent: to be written on paper.',
});

z.object({ id: z.string(), log: z.string(), entries: z.number(), added: z.number() }).register(contractSchemas, {
  id: 'Imported',
  description: 'How many entries the file holds, and how many of them were not here before.',
});
