import type { PageExamples } from '../preview/example.ts';
import type { renderErrorPage } from './ErrorPage.tsx';

const STATUSES = [
  [400, 'bad-request'],
  [401, 'unauthorised'],
  [403, 'forbidden'],
  [404, 'not-found'],
  [405, 'method-not-allowed'],
  [422, 'mark-invalid'],
  [429, 'too-many'],
  [413, 'too-large'],
  [415, 'unsupported-type'],
  [418, 'teapot'],
  [421, 'wrong-host'],
  [500, 'unexpected'],
  [503, 'unavailable'],
] as const;

/** Error pages for citizens; other examples show those of the office. */
export const errorPageExamples: PageExamples<typeof renderErrorPage> = STATUSES.map(([status, code]) => ({
  name: `status ${status}`,
  props: {
    locale: 'vi',
    demo: false,
    // Status 503 means that the database, which has the name, cannot be read.
    unitName: status === 503 ? null : 'UBND xã Đông Sơn',
    office: null,
    status,
    code,
    errorId: status === 500 ? '5f0c2a91' : null,
  },
}));
