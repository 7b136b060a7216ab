import { figuresEn } from '../messages/figures.en.ts';
import { figuresVi } from '../messages/figures.vi.ts';

type Labels = Record<string, { vi: string; en: string }>;

const pair = (vi: Readonly<Record<string, string>>, en: Readonly<Record<string, string>>): Labels =>
  Object.fromEntries(Object.entries(vi).map(([id, text]) => [id, { vi: text, en: en[id] ?? text }]));

/** Vietnamese and English labels for the ids that a report contains. */
export const SURVEY_LABELS = {
  factors: pair(figuresVi.factors.names, figuresEn.factors.names),
  channels: pair(figuresVi.channels.names, figuresEn.channels.names),
  set_aside_reasons: pair(figuresVi.setAside.reasons, figuresEn.setAside.reasons),
} as const;
