import { spawn } from 'node:child_process';
import { constants } from 'node:os';

const passedOn = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs one program with our own input, output and error, passes signals on to it and resolves to its exit code
 * (128 + the signal's number when a signal ended it, as shells say it). No shell.
 */
export const runChild = (program, args, { cwd, env = process.env } = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env, stdio: 'inherit' });
    // Once each: a terminal sends the signal to the child as well, and the second must not meet it while it is leaving.
    const sent = new Set();
    const pass = (signal) => {
      if (!sent.has(signal)) child.kill(signal);
      sent.add(signal);
    };
    const forward = Object.fromEntries(passedOn.map((signal) => [signal, () => pass(signal)]));
    for (const signal of passedOn) process.on(signal, forward[signal]);
    const done = () => {
      for (const signal of passedOn) process.off(signal, forward[signal]);
    };
    child.on('error', (error) => {
      done();
      reject(error);
    });
    child.on('exit', (code, signal) => {
      done();
      resolve(code === null ? 128 + (constants.signals[signal] || 0) : code);
    });
  });
