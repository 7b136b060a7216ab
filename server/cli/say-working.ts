import { Worker } from 'node:worker_threads';

const FIRST_MS = 2_000;
const EVERY_MS = 5_000;

/** Runs in a worker thread, because a check of the database blocks the main thread for minutes. */
const PROGRAM = `
const { writeSync } = require('node:fs');
const { workerData: { before, after, first, every } } = require('node:worker_threads');
const began = Date.now();
const say = () => {
  try { writeSync(2, before + Math.round((Date.now() - began) / 1000) + after + '\\n'); } catch {}
  setTimeout(say, every);
};
setTimeout(say, first);
`;

/**
 * Prints to a terminal, after two seconds and then every five, that the command is still running. `sentence` makes
 * the line from the seconds. Returns a function that stops it.
 */
export function sayWorking(isTerminal: boolean, sentence: (seconds: string) => string): () => void {
  if (!isTerminal) return () => {};
  const [before = '', after = ''] = sentence('\n').split('\n');
  const worker = new Worker(PROGRAM, {
    eval: true,
    workerData: { before, after, first: FIRST_MS, every: EVERY_MS },
  });
  worker.unref();
  return () => void worker.terminate();
}
