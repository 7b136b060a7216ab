import { filesVi as files } from '../messages/files.vi.ts';
import type { Examples } from '../preview/example.ts';
import type { FileLinks } from './FileLinks.tsx';

const workbook = { href: '/lanh-dao/so-lieu.xlsx?ky=BC-2024-02', text: files.workbook };

export const fileLinksExamples: Examples<typeof FileLinks> = [
  {
    name: 'three files',
    props: {
      links: [
        { href: '/lanh-dao/bao-cao.docx?ky=BC-2024-02', text: files.draft },
        workbook,
        { href: '/lanh-dao/so-lieu.csv?ky=BC-2024-02', text: files.csv },
      ],
    },
  },
  { name: 'one file', props: { links: [workbook] } },
];
