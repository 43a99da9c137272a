import { existsSync, mkdirSync, mkdtempSync, rmdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join, resolve } from 'node:path';

type Surroundings = { readonly platform: string; readonly env: Readonly<Record<string, string | undefined>>; readonly home: string };

/** Where this system keeps the data of programs: XDG on Linux and the like, Library on macOS, AppData on Windows. */
export const defaultDataFolder = (
  { platform, env, home }: Surroundings = { platform: process.platform, env: process.env, home: homedir() },
): string => {
  if (platform === 'win32') return join(env.LOCALAPPDATA ?? env.APPDATA ?? join(home, 'AppData', 'Local'), 'Shodo');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Shodo');
  // The XDG specification: a relative path is invalid and to be ignored.
  const xdg = env.XDG_DATA_HOME;
  return join(xdg && isAbsolute(xdg) ? xdg : join(home, '.local', 'share'), 'shodo');
};

/**
 * Makes a folder and those above it; returns the outermost one it made. One by one: Node's own recursive form never
 * ends where the system takes a parent for there and yet lets nothing be made in it, as in /proc.
 */
const makeFolder = (path: string): string | undefined => {
  if (existsSync(path)) return undefined;
  const above = dirname(path) === path ? undefined : makeFolder(dirname(path));
  mkdirSync(path);
  return above ?? path;
};

/**
 * Can the folder be made and written to? Tried, not guessed from permission bits, and undone: nothing stays behind.
 * Returns the system's error code (`EACCES`, `EROFS`, `ENOTDIR`, …), or undefined when all is well.
 */
export const probeFolder = (folder: string): string | undefined => {
  const path = resolve(folder);
  let made: string | undefined;
  try {
    made = makeFolder(path);
    rmdirSync(mkdtempSync(join(path, '.shodo-')));
    return undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'EIO';
  } finally {
    if (made !== undefined) removeEmpty(path, made);
  }
};

/** Removes the folders that the probe made, the innermost first. */
const removeEmpty = (path: string, outermost: string): void => {
  try {
    for (let folder = path; ; folder = dirname(folder)) {
      rmdirSync(folder);
      if (folder === outermost || folder === dirname(folder)) return;
    }
  } catch {
    // Someone else put a file there meanwhile: then it is theirs to keep.
  }
};
