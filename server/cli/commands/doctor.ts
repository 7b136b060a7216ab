import { join } from 'node:path';
import { doctorVi } from '../../../web/messages/doctor.vi.ts';
import type { Config } from '../../config.ts';
import type { Clock } from '../../lib/clock.ts';
import { findProjectRoot } from '../../lib/project-root.ts';
import { loadSurveys } from '../../survey/load-surveys.ts';
import { runChecks } from '../doctor/run-checks.ts';

export async function doctorCommand(
  config: Config,
  clock: Clock,
  { isThorough, asJson }: { readonly isThorough: boolean; readonly asJson: boolean },
  print: (line: string) => void,
): Promise<number> {
  const surveys = loadSurveys(join(findProjectRoot(), 'surveys'));
  const found = await runChecks({ config, clock, surveys, environment: process.env, isThorough });
  const problems = found.filter(({ level }) => level === 'problem').length;
  if (asJson) {
    print(JSON.stringify(found));
  } else {
    for (const { level, code, params } of found) {
      print(`${doctorVi.levels[level]} ${doctorVi.findings[code]?.(params) ?? code}`);
    }
    print('');
    print(problems === 0 ? doctorVi.healthy : doctorVi.problems(problems));
  }
  return problems === 0 ? 0 : 1;
}
