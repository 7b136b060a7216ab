import { type Access, type AccessKind, accessAt } from './access.ts';

/** Rows in memory; beyond it new ones are counted without a name. */
const MAX_ROWS = 2_000;

/**
 * Counts what people do until the next write, within a minute: requests that read write nothing, and a flood costs a
 * row. A crash loses what was not written.
 */
export interface AccessBuffer {
  note(kind: AccessKind, userName: string, detail: string, now: Date, count?: number): void;
  /** Empties the buffer. */
  take(): Access[];
}

export function createAccessBuffer(): AccessBuffer {
  let rows = new Map<string, Access>();
  return {
    note(kind, userName, detail, now, count = 1) {
      const at = accessAt(kind, now);
      const keyOf = (name: string) => [at, name, kind, detail].join('\n');
      const name = rows.size < MAX_ROWS || rows.has(keyOf(userName)) ? userName : '';
      const sum = (rows.get(keyOf(name))?.count ?? 0) + count;
      rows.set(keyOf(name), { at, user_name: name, kind, detail, count: sum });
    },
    take() {
      const taken = [...rows.values()];
      rows = new Map();
      return taken;
    },
  };
}
