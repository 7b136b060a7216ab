import { signedInExample } from '../examples/office.examples.ts';
import { drawQr } from '../examples/qr.examples.ts';
import type { PosterCounterView, PostersPageProps } from './PostersPage.tsx';

type Props = Omit<PostersPageProps, 'assets'>;

function counter(code: string, name: string, rest: Partial<PosterCounterView> = {}): PosterCounterView {
  const url = `https://khaosat.dongson.gov.vn/k/${code}`;
  return {
    code,
    name,
    channel: 'poster',
    url,
    typedAddress: `khaosat.dongson.gov.vn/k/${code}`,
    qrSvg: drawQr(url),
    open: true,
    svgHref: `/can-bo/ma-qr/${code}.svg`,
    pngHref: `/can-bo/ma-qr/${code}.png`,
    a4Href: `/can-bo/ma-qr?quay=${code}&co=a4`,
    a5Href: `/can-bo/ma-qr?quay=${code}&co=a5`,
    ...rest,
  };
}

const props: Props = {
  demo: false,
  signedIn: signedInExample,
  unitName: 'UBND xã Đông Sơn',
  publicAddress: 'https://khaosat.dongson.gov.vn',
  reach: 'public',
  isTrial: false,
  contactPhone: '0238 3851 234',
  size: 'a4',
  selected: null,
  counters: [
    counter('k7mpx', 'Quầy 1: Tư pháp – Hộ tịch'),
    counter('q2wna', 'Quầy 2: Địa chính – Xây dựng'),
    counter('z9h4t', 'Quầy 3: Lao động – Thương binh và Xã hội'),
    counter('t5r8e', 'Quầy 4: Tài chính – Kế toán', { open: false }),
    counter('w3n6c', 'Hồ sơ qua mạng', { channel: 'link' }),
  ],
  hrefs: { allA4: '/can-bo/ma-qr?co=a4', allA5: '/can-bo/ma-qr?co=a5' },
};

const longName =
  'Quầy số 12: Tiếp nhận và trả kết quả giải quyết thủ tục hành chính về Lao động – Thương binh, Xã hội và Bảo hiểm';
const longAddress = 'khaosat-muc-do-hai-long.ubnd-xa-dong-son.huyen-do-luong.nghean.gov.vn/k/k7mpx';

/** `pages`: number of pages that the example must have in print. */
export const postersPageExamples: readonly {
  readonly name: string;
  readonly props: Props;
  readonly pages: number;
}[] = [
  { name: 'all counters on A4', props, pages: 3 },
  { name: 'all counters on A5', props: { ...props, size: 'a5' }, pages: 3 },
  { name: 'one counter on A5', props: { ...props, size: 'a5', selected: 'q2wna' }, pages: 1 },
  {
    name: 'a trial on A4, no phone, made-up data',
    props: {
      ...props,
      demo: true,
      isTrial: true,
      contactPhone: null,
      publicAddress: 'http://192.168.1.23:8080',
      reach: 'network',
    },
    pages: 3,
  },
  {
    name: 'an address of this machine only',
    props: { ...props, contactPhone: null, publicAddress: 'http://localhost:8080', reach: 'machine' },
    pages: 3,
  },
  {
    name: 'a trial on A5 with the longest names',
    props: {
      ...props,
      demo: true,
      isTrial: true,
      size: 'a5',
      unitName: 'UBND xã Đông Sơn – Bộ phận Tiếp nhận và Trả kết quả giải quyết thủ tục hành chính',
      publicAddress: `https://${longAddress.split('/')[0]}`,
      counters: [
        counter('k7mpx', longName, { typedAddress: longAddress }),
        counter('q2wna', longName, { typedAddress: longAddress }),
      ],
    },
    pages: 2,
  },
  {
    name: 'the longest names on A4',
    props: {
      ...props,
      counters: [counter('k7mpx', longName, { typedAddress: longAddress })],
      publicAddress: `https://${longAddress.split('/')[0]}`,
    },
    pages: 1,
  },
];

/** No poster can be printed: there is no counter, or only a closed one. */
export const postersPageWithoutPosters: readonly { readonly name: string; readonly props: Props }[] = [
  { name: 'no counters', props: { ...props, counters: [] } },
  { name: 'a closed counter', props: { ...props, selected: 't5r8e' } },
];
