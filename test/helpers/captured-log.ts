import { type Logger, pino } from 'pino';

/** Keeps all lines of a log in memory, those of the most detailed level included. */
export interface CapturedLog {
  readonly log: Logger;
  readonly lines: string[];
}

export function captureLog(): CapturedLog {
  const lines: string[] = [];
  const log = pino({ level: 'trace', base: null }, { write: (line: string) => void lines.push(line) });
  return { log, lines };
}
