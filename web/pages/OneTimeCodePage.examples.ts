import { officeExample } from '../examples/office.examples.ts';
import type { PageExamples } from '../preview/example.ts';
import type { renderOneTimeCodePage } from './OneTimeCodePage.tsx';

type Pages = PageExamples<typeof renderOneTimeCodePage>;

const props = { demo: false, unitName: officeExample.unitName };

export const oneTimeCodePageExamples: Pages = ([null, 'missing', 'wrong', 'insecure'] as const).map(
  (fault) => ({
    name: fault ?? 'first visit',
    props: { ...props, fault },
  }),
);
