import { officeExample } from '../examples/office.examples.ts';
import type { PageExamples } from '../preview/example.ts';
import type { renderAccessPage } from './AccessPage.tsx';

const row = (kind: string, grain: 'second' | 'hour' | 'day', detail: string, count: number) => ({
  at: '2024-02-05T08:00:00+07:00',
  grain,
  user_name: 'mot-cua-tiep-nhan-tra-ket-qua-01',
  kind,
  detail,
  count,
});
const rows = [
  row('signed-in', 'second', 'second-factor', 1),
  { ...row('sign-in-failed', 'hour', 'password', 12_345), user_name: '' },
  row('slowed', 'hour', '', 30),
  row('refused', 'day', '/quan-tri/nguoi-dung/:id', 2),
  row('comments-read', 'day', '/can-bo/gop-y', 4),
  row('exported', 'day', '/lanh-dao/so-lieu.xlsx', 1),
  row('uploaded', 'day', '/can-bo/giao-dich/tep', 1),
  row('log-read', 'day', '/quan-tri/truy-cap', 1),
];
const props = {
  ...officeExample,
  rows,
  people: ['mot-cua-tiep-nhan-tra-ket-qua-01', '-'],
  kinds: rows.map(({ kind }) => kind),
  person: '',
  kind: '',
  retentionDays: 180,
  newerHref: '/quan-tri/truy-cap?trang=1',
  olderHref: '/quan-tri/truy-cap?trang=3',
};

export const accessPageExamples: PageExamples<typeof renderAccessPage> = [
  { name: 'one of each', props },
  { name: 'empty', props: { ...props, rows: [], newerHref: null, olderHref: null } },
  {
    name: 'none of that kind',
    props: { ...props, rows: [], kind: 'exported', newerHref: null, olderHref: null },
  },
];
