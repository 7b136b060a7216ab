import type { ErrorPageProps } from './ErrorPage.tsx';

const STATUSES = [
  [400, 'bad-request'],
  [401, 'unauthorised'],
  [403, 'forbidden'],
  [404, 'not-found'],
  [405, 'method-not-allowed'],
  [413, 'too-large'],
  [415, 'unsupported-type'],
  [418, 'teapot'],
  [421, 'wrong-host'],
  [500, 'unexpected'],
  [503, 'unavailable'],
] as const;

export const errorPageExamples: readonly { name: string; props: Omit<ErrorPageProps, 'assets'> }[] =
  STATUSES.map(([status, code]) => ({
    name: `status ${status}`,
    props: { locale: 'vi', demo: false, status, code, errorId: status >= 500 ? '5f0c2a91' : null },
  }));
