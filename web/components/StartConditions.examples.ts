import type { Examples } from '../preview/example.ts';
import type { StartConditions } from './StartConditions.tsx';

export const conditionsExample = [
  { id: 'unit', value: 'UBND phường An Cựu (phường)' },
  { id: 'phone', value: '0200 000 000' },
  { id: 'target', value: '90%, Kế hoạch số 12/KH-UBND ngày 15/01/2026' },
  { id: 'address', value: '' },
  { id: 'leader', value: 'Trần Thị Hạnh' },
];

export const missingExample = conditionsExample.map(({ id, value }) => ({
  id,
  value: ['target', 'address', 'leader'].includes(id) ? null : value,
}));

export const startConditionsExamples: Examples<typeof StartConditions> = [
  { name: 'all met', props: { conditions: conditionsExample } },
  { name: 'three missing, with the start', props: { conditions: missingExample, hasStart: true } },
];
