import { officeExample } from '../examples/office.examples.ts';
import type { PageExamples } from '../preview/example.ts';
import type { renderApiKeyMadePage } from './ApiKeyMadePage.tsx';

export const apiKeyMadePageExamples: PageExamples<typeof renderApiKeyMadePage> = [
  {
    name: 'a key that is made up',
    props: {
      ...officeExample,
      name: 'Sở Nội vụ',
      apiKey: 'hl_0123456789abcdefghjkmnpqrstvwxyz0123456789',
    },
  },
];
