import type { SignedInView } from '../types/signed-in.ts';

export const signedInExample: SignedInView = {
  userName: 'chu-tich',
  isRemembered: false,
  pages: ['/lanh-dao', '/can-bo', '/can-bo/ma-qr', '/ket-qua', '/tai-khoan'],
};

const administratorExample: SignedInView = {
  userName: 'quan-tri',
  isRemembered: false,
  pages: [
    '/lanh-dao',
    '/can-bo',
    '/can-bo/gop-y',
    '/can-bo/giao-dich',
    '/can-bo/ma-qr',
    '/quan-tri',
    '/ket-qua',
    '/tai-khoan',
  ],
};

export const officeExample = {
  demo: false,
  unitName: 'UBND xã Đông Sơn',
  signedIn: administratorExample,
};

/** A unit name of the maximum length: capitals with two diacritics, and words that cannot be broken. */
export const LONG_NAME =
  'QUẦY 6: GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH về Lao động/người-có-công/bảo-trợ-xã-hội/bảo-hiểm-y-tế, trẻ em và bình đẳng';

export const counterNamesExample = [
  { code: 'k7mpx', name: 'Quầy 1: Tư pháp – Hộ tịch' },
  { code: 'q2wna', name: 'Quầy 2: Địa chính – Xây dựng' },
  { code: 'z9h4t', name: LONG_NAME },
] as const;

/** Business fields (lĩnh vực) of a counter. */
export const fieldOptionsExample = [
  { id: 'civil-status', text: 'Tư pháp – Hộ tịch' },
  { id: 'land', text: 'Đất đai, xây dựng, môi trường' },
  { id: 'labour-social', text: 'Lao động, người có công, trợ giúp xã hội, bảo hiểm y tế' },
] as const;
