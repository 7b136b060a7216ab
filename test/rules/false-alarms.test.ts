import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FALSE_ALARMS, levelOf } from '../../server/alert/alert.ts';

const TESTED = Object.keys(FALSE_ALARMS) as (keyof typeof FALSE_ALARMS)[];

describe('the budget of false alarms', () => {
  it('is at most a half a year for a subject, so that a counter with its unit expects one at most', () => {
    const budget = TESTED.reduce((sum, id) => sum + FALSE_ALARMS[id].budget, 0);
    expect(budget).toBeLessThanOrEqual(0.5);
  });

  it('is what the document says, kind by kind', () => {
    const rows = readFileSync('docs/alerts.md', 'utf8').match(/^\| `[a-z-]+` \|.*$/gm) ?? [];
    expect(
      rows.map((row) => {
        const [, id = '', , budget = '', oneIn = ''] = row.split('|').map((cell) => cell.trim());
        return [id.replaceAll('`', ''), Number(budget), Number(oneIn.replaceAll(' ', ''))];
      }),
    ).toEqual(TESTED.map((id) => [id, FALSE_ALARMS[id].budget, Math.floor(1 / levelOf(id) + 1e-9)]));
  });

  it('gives every test its level', () => {
    expect(levelOf('sudden-rise')).toBeCloseTo(0.0004, 12);
    for (const id of TESTED) {
      expect(levelOf(id)).toBeGreaterThan(0);
      expect(levelOf(id)).toBeLessThan(0.001);
    }
  });
});
