import { LONG_NAME, officeExample } from '../examples/office.examples.ts';
import type { PageExamples } from '../preview/example.ts';
import type { renderApiKeyRevokePage } from './ApiKeyRevokePage.tsx';

type Pages = PageExamples<typeof renderApiKeyRevokePage>;

export const apiKeyRevokePageExamples: Pages = [
  {
    name: 'a long name',
    props: { ...officeExample, name: LONG_NAME.slice(0, 60), action: '/quan-tri/khoa-api/1/thu-hoi' },
  },
];
