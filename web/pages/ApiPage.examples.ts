import type { PageExamples } from '../preview/example.ts';
import type { renderApiPage } from './ApiPage.tsx';

export const apiPageExamples: PageExamples<typeof renderApiPage> = [
  {
    name: 'one address',
    props: {
      document: {
        info: { description: 'One report a unit and period.' },
        paths: {
          '/api/v1/units': {
            get: {
              operationId: 'listUnits',
              summary: 'The units that the key reaches',
              parameters: [{ name: 'period', required: true, description: 'ISO week `2024-W05`' }],
              responses: {
                '200': {
                  description: 'The units',
                  content: { 'application/json': { example: { schema: 'hailong.units/1', units: [] } } },
                },
              },
            },
          },
        },
      },
    },
  },
];
