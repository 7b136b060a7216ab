import { type Logger, pino } from 'pino';

/** A log at its most detailed level, stored in memory. */
export interface CapturedLog {
  readonly log: Logger;
  readonly lines: string[];
}

export function captureLog(): CapturedLog {
  const lines: string[] = [];
  const log = pino({ level: 'trace', base: null }, { write: (line: string) => void lines.push(line) });
  return { log, lines };
}
