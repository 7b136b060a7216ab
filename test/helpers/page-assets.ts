import { readFileSync } from 'node:fs';
import type { PageAssets } from '../../web/components/Document.tsx';

const read = (name: string): string => readFileSync(`dist/assets/${name}`, 'utf8');

/** The built style sheets and scripts that the server inlines in citizens' pages. */
export function readCitizenAssets(): {
  survey: PageAssets & { readonly script: string };
  page: PageAssets;
  thanks: PageAssets;
} {
  return {
    survey: { style: read('survey.css'), script: read('survey.js') },
    page: { style: read('page.css') },
    thanks: { style: read('thanks.css') },
  };
}
