import { officeExample } from '../examples/office.examples.ts';
import type { PageExamples } from '../preview/example.ts';
import type { renderOneTimeCodePage } from './OneTimeCodePage.tsx';

const props = { demo: false, plainHttp: null, unitName: officeExample.unitName };

export const oneTimeCodePageExamples: PageExamples<typeof renderOneTimeCodePage> = [
  ...([null, 'missing', 'wrong'] as const).map((fault) => ({
    name: fault ?? 'first visit',
    props: { ...props, fault },
  })),
  {
    name: 'over plain http',
    props: {
      ...props,
      fault: null,
      plainHttp: { httpsHref: null, localHref: 'http://localhost:8080/dang-nhap/ma' },
    },
  },
];
