// The one door into the server.
export { defaultDataFolder } from './data-folder.ts';
export { startServer } from './start-server.ts';
