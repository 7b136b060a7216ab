import { readdirSync, readFileSync } from 'node:fs';

/** Processor time that a process has used, in milliseconds; null if unknown. */
export function processorMs(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [user, system] = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 13);
    // Linux reports processor time in units of 10 ms, whatever the kernel's timer frequency.
    return (Number(user) + Number(system)) * 10;
  } catch {
    return null;
  }
}

export const residentBytes = (pid: number): number | null => readBytes(pid, 'VmRSS');

/** Resident memory of all child processes in bytes; 0 if there are none. */
export function childrenBytes(pid: number): number {
  try {
    const children = readdirSync(`/proc/${pid}/task`)
      .flatMap((task) => readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' '))
      .filter(Boolean);
    return children.reduce((sum, child) => sum + (residentBytes(Number(child)) ?? 0), 0);
  } catch {
    return 0;
  }
}

/** Bytes; null if unknown. */
export const peakResidentBytes = (pid: number): number | null => readBytes(pid, 'VmHWM');

function readBytes(pid: number, field: 'VmRSS' | 'VmHWM'): number | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const kilobytes = new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) * 1_024;
  } catch {
    return null;
  }
}
