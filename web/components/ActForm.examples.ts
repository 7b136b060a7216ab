import type { Examples } from '../preview/example.ts';
import type { ActForm } from './ActForm.tsx';

export const actFormExamples: Examples<typeof ActForm> = [
  { name: 'does something', props: { action: '/quan-tri/quay/k7mpx/mo', button: 'Mở lại quầy' } },
  {
    name: 'takes something away',
    props: { action: '/quan-tri/nguoi-dung/1/khoa', button: 'Khóa tài khoản', isDangerous: true },
  },
];
