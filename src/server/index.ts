// The one door into the server.
export { createServer, type ServerOptions } from './create-server.ts';
export { defaultDataFolder, probeFolder } from './data-folder.ts';
export { type Started, type StartOptions, startServer } from './start-server.ts';
