// The start-up scripts are plain JavaScript, so that any Node can read them; tests take them as they are.
declare module '*.mjs';
