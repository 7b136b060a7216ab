import type { Examples } from '../preview/example.ts';
import type { PlainHttpNote } from './PlainHttpNote.tsx';

export const plainHttpNoteExamples: Examples<typeof PlainHttpNote> = [
  { name: 'no https yet', props: { httpsHref: null, localHref: 'http://localhost:8080/dang-nhap' } },
  {
    name: 'https at another address',
    props: {
      httpsHref: 'https://khaosat.example.gov.vn/dang-nhap',
      localHref: 'http://localhost:8080/dang-nhap',
    },
  },
];
