import { spawnSync } from 'node:child_process';

/**
 * Without strace tests are skipped with a warning. With `CI=true` they fail instead, because nobody would
 * notice that they were skipped.
 */
export function hasStrace(): boolean {
  const { status, error } = spawnSync('strace', ['-o', '/dev/null', 'true']);
  if (status === 0) return true;
  const reason = error ? 'strace was not found' : 'this machine does not let strace watch a process';
  if (process.env.CI === 'true') throw new Error(`System calls cannot be watched: ${reason}.`);
  console.warn(`\nSKIPPED: tests that watch system calls, because ${reason}.\n`);
  return false;
}

/** A system call that has returned. */
export interface SystemCall {
  readonly name: string;
  /** The whole line of strace: arguments with file paths, and the result. */
  readonly text: string;
}

/** `log` is the output of `strace -f -y`. The calls are in the order in which they returned. */
export function parseSystemCalls(log: string): SystemCall[] {
  const begun = new Map<string, string>();
  const calls: SystemCall[] = [];
  for (const line of log.split('\n')) {
    const [, thread = '', rest = ''] = /^(\d+)\s+(?:[\d.]+\s+)?(.*)$/.exec(line) ?? [];
    const unfinished = /^(\w+)\((.*) <unfinished \.\.\.>$/.exec(rest);
    if (unfinished) {
      begun.set(thread, rest.replace(/ <unfinished \.\.\.>$/, ''));
      continue;
    }
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(rest);
    const text = resumed ? `${begun.get(thread) ?? ''}${resumed[1]}` : rest;
    const name = /^(\w+)\(/.exec(text)?.[1];
    if (name) calls.push({ name, text });
  }
  return calls;
}
