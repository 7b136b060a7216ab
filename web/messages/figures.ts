import type { Locale } from '../types/locale.ts';
import { figuresEn } from './figures.en.ts';
import { type FigureMessages, figuresVi } from './figures.vi.ts';

export const figureMessages = (locale: Locale): FigureMessages => (locale === 'en' ? figuresEn : figuresVi);
