import { sealExample } from '../components/LatestSeal.examples.ts';
import { officeExample } from '../examples/office.examples.ts';
import { drawQr } from '../examples/qr.examples.ts';
import type { PageExamples } from '../preview/example.ts';
import type { renderSealsPage } from './SealsPage.tsx';

const day = {
  ...sealExample,
  ballots: 42,
  sealedOn: '2024-02-15',
  href: '/lanh-dao/niem-phong?ngay=2024-02-14',
};
const text = `${sealExample.day} ${sealExample.chain}`;
const props = {
  ...officeExample,
  shown: day,
  code: { text, svg: drawQr(text) },
  days: [day, { ...day, day: '2024-02-13', ballots: 1_204, sealedOn: '2024-02-14' }],
  voided: [],
  olderHref: '/lanh-dao/niem-phong?truoc=2024-02-13',
  newestHref: null,
};

export const sealsPageExamples: PageExamples<typeof renderSealsPage> = [
  { name: 'the latest day', props },
  { name: 'an earlier day', props: { ...props, olderHref: null, newestHref: '/lanh-dao/niem-phong' } },
  { name: 'void seals', props: { ...props, voided: [{ day: '2024-02-16', short: 'K7M2-9QXB' }] } },
  { name: 'nothing sealed yet', props: { ...props, shown: null, code: null, days: [], olderHref: null } },
];
