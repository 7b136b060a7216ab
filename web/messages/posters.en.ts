import { formatCount } from '../formatting/numbers.ts';
import type { postersVi, posterVi } from './posters.vi.ts';

const count = (n: number): string => formatCount(n, 'en');

/** Posters with codes, and the page that shows them, the same keys as the Vietnamese. */
export const postersEn: typeof postersVi = {
  title: 'Posters',
  intro: 'Every counter has its own code. Print the posters and put them where people see them.',
  printHint:
    'To print: press Ctrl + P (on a Mac ⌘ + P), choose the paper size given below, scale 100%. Every poster takes exactly one page.',
  printing: (size, pages) => `When printed: ${pages === 1 ? '1 page' : `${count(pages)} pages`} of ${size}.`,
  printingNone: 'There are no posters to print yet.',
  zalo: 'Inside Zalo, please open this page in Chrome or Safari before printing or downloading.',
  trial:
    'The official address is not set, so every poster carries the words BẢN THỬ (trial). Please do not put them up.',
  phoneMissing:
    'The office’s phone number is missing, so the posters have no place to report a forged code. The administrator sets it in the administration, under the unit.',
  sizes: 'Paper size',
  a4: 'Print on A4',
  a5: 'Print on A5',
  allSizes: 'All counters',
  which: 'Choose posters',
  svg: 'Download code as SVG',
  png: 'Download code as PNG',
  closed: 'This counter takes no ballots at present, so its poster is not printed.',
  links: 'Links for online dossiers',
  linksIntro: 'These counters have no poster. Copy the address below into messages and appointment slips.',
  address: 'Address',
  none: 'There are no counters yet. Please add one before printing posters.',
};

/** The words on a poster, the same keys as the Vietnamese. */
export const posterEn: typeof posterVi = {
  heading: 'How did the commune serve you?',
  qr: (name) => `QR code that opens the ballot of ${name}`,
  steps: 'Open Zalo or the camera, scan the code, choose how satisfied you are, press Send. Under a minute.',
  free: 'Free · No login · We do not ask your name, phone or ID number',
  type: 'Cannot scan? Type the address:',
  check: 'After scanning, the screen must show the name of this counter and an address that begins with',
  ifNot: 'If not, please do not answer.',
  ifNotCall: (phone) => `If not, please do not answer and call ${phone}.`,
  nobody: 'Nobody may ask you to choose a level.',
  trial: 'BẢN THỬ',
  trialNote: 'BẢN THỬ – a trial, not for the public',
};
