import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { loadSurveys } from '../../server/survey/load-surveys.ts';
import { surveyPageExamples } from '../../web/pages/SurveyPage.examples.ts';
import { renderSurveyPage } from '../../web/pages/SurveyPage.tsx';
import { renderCitizenExamples } from '../helpers/citizen-examples.ts';
import { readCitizenAssets } from '../helpers/page-assets.ts';

/** Upper estimate of the bytes of status line and headers. */
const HEADER_BYTES = 600;
/** About what a server may send before the first acknowledgement: TCP's initial congestion window. */
const FIRST_FLIGHT_BYTES = 12_000;
/** Maximum size without compression, which a proxy may remove. */
const PLAIN_BYTES = 60_000;

const bytesOf = (text: string): number => Buffer.byteLength(text);
const compressedBytesOf = (text: string): number => gzipSync(text, { level: 6 }).length + HEADER_BYTES;

describe('weight', () => {
  const { survey: assets } = readCitizenAssets();
  const surveys = loadSurveys('surveys').list();

  it('is measured on real surveys', () => {
    expect(surveys.length).toBeGreaterThanOrEqual(2);
  });

  for (const survey of surveys) {
    for (const locale of ['vi', 'en'] as const) {
      it(`of ${survey.id}/${survey.version} in ${locale} fits the first flight of packets, headers included`, () => {
        const page = renderSurveyPage({ ...surveyPageExamples.firstVisit.props, survey, locale, assets });
        expect(compressedBytesOf(page)).toBeLessThanOrEqual(FIRST_FLIGHT_BYTES);
        expect(bytesOf(page)).toBeLessThan(PLAIN_BYTES);
      });
    }
  }

  it('of the script stays under 2 600 bytes', () => {
    expect(bytesOf(assets.script)).toBeLessThanOrEqual(2_600);
  });

  it('of every other page stays under four thousand bytes', () => {
    for (const { name, html } of renderCitizenExamples()) {
      if (!name.startsWith('survey')) expect(compressedBytesOf(html), name).toBeLessThanOrEqual(4_000);
    }
  });
});

it('the script can stand inside a page: it closes no element, and holds no sentence', () => {
  const { script } = readCitizenAssets().survey;
  expect(script).not.toMatch(/<\/script|<!--/i);
  expect(script).not.toMatch(/[À-ỹ]/);
});

it('the style sheets use nothing newer than the oldest engines know', () => {
  const { survey, page } = readCitizenAssets();
  for (const { style } of [survey, page]) {
    expect(style).not.toMatch(/:has\(|@container|aspect-ratio|:is\(|:where\(|&|inset:|(?:^|[;{])gap:/);
  }
});
