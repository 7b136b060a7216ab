import type { FilledOffice } from '../office/fill-office.ts';
import { readForm } from '../office/read-form.ts';
import { HttpConnection } from './http-connection.ts';
import type { LoadJob } from './load-job.ts';

/** Ballots a second while leaders, programs and an export read at the same time. */
export const BALLOTS_A_SECOND = 500;

/** Jobs to run at the same time; the first one submits the ballots. */
export async function listMixedJobs(
  office: FilledOffice,
  port: number,
  pid: number,
  seconds: number,
  ballotsASecond = BALLOTS_A_SECOND,
): Promise<LoadJob[]> {
  const connection = await HttpConnection.open(port);
  const counters = office.counterCodes.map((code) => `/k/${code}`);
  const form = await readForm(connection, counters);
  connection.close();
  const job = (name: string, connections: number, rate: number, plan: LoadJob['plan']): LoadJob => ({
    name,
    port,
    connections,
    seconds,
    rate: (rate * ballotsASecond) / BALLOTS_A_SECOND,
    plan,
    serverPid: name === 'ballots' ? pid : null,
  });
  const read = (path: string, headers: Record<string, string>): LoadJob['plan'] => ({
    kind: 'get',
    path,
    headers: { 'Accept-Encoding': 'gzip', ...headers },
  });
  const key = { Authorization: `Bearer ${office.apiKey}` };
  return [
    job('ballots', 32, BALLOTS_A_SECOND, {
      kind: 'ballot',
      form,
      tokens: Math.ceil(ballotsASecond * seconds) + 64,
    }),
    job('leader', 2, 4, read('/lanh-dao', { Cookie: office.cookie })),
    job('workbook', 1, 1, read('/lanh-dao/so-lieu.xlsx', { Cookie: office.cookie })),
    job('public', 2, 4, read('/ket-qua', {})),
    job('reports', 2, 4, read(`/api/v1/reports/${office.unitCode}/2024`, key)),
    job('pages', 8, 200, read(counters[0] ?? '', {})),
  ];
}
