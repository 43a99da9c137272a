import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/** Bytes for young values: enough for many requests at once, whatever the machine has. */
const enough = 8 * 1024 * 1024;
const lookMs = 25;

const youngSpace = (): number => getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space')?.space_size ?? 0;

/**
 * On a machine with much memory V8 lets the room for young values grow to 128 MB under load and keeps it. This holds it
 * where it is enough. It can only be told by how much to grow the next time, so that is looked after while the server runs.
 */
export const boundYoungSpace = (): { readonly release: () => void } => {
  let held: boolean | undefined;
  const look = (): void => {
    const hold = youngSpace() >= enough;
    if (hold !== held) setFlagsFromString(`--semi-space-growth-factor=${hold ? 1 : 2}`);
    held = hold;
  };
  look();
  const looking = setInterval(look, lookMs).unref();
  return {
    release: () => {
      clearInterval(looking);
      setFlagsFromString('--semi-space-growth-factor=2');
    },
  };
};
