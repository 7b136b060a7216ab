import type { Locale } from '../types/locale.ts';
import { figuresEn } from './figures.en.ts';
import { type FigureMessages, figuresVi } from './figures.vi.ts';

/** The words of figures in a language. */
export const figureMessages = (locale: Locale): FigureMessages => (locale === 'en' ? figuresEn : figuresVi);
