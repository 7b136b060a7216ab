import type { Shown } from './catalogue.ts';
import {
  type PreviewStyles,
  renderComponents,
  renderIndex,
  renderPageState,
  renderPageStates,
} from './PreviewPages.tsx';
import { SHEETS } from './sheets.ts';

/** HTML for a URL path; null: unknown path. */
export function answerPreview(path: string, shown: readonly Shown[], styles: PreviewStyles): string | null {
  const [name = '', state] = path.split('/').slice(1);
  if (name === '') return renderIndex(shown, styles);
  const sheet = SHEETS.find((candidate) => candidate === name);
  if (sheet !== undefined && state === undefined) return renderComponents(sheet, shown, styles);
  const page = shown.find((entry) => entry.kind === 'page' && entry.name === name);
  if (page === undefined) return null;
  return state === undefined ? renderPageStates(page, styles) : renderPageState(page, Number(state), styles);
}
