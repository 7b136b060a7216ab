import { describe, expect, it } from 'vitest';
import { resultsPageExamples } from '../../web/pages/ResultsPage.examples.ts';
import { type ResultsPageProps, renderResultsPage } from '../../web/pages/ResultsPage.tsx';
import { textOf } from '../helpers/page-facts.ts';

function render(change: Partial<ResultsPageProps>): string {
  const props = resultsPageExamples[0]?.props;
  if (!props) throw new Error('there are no examples');
  return textOf(renderResultsPage({ ...props, ...change, assets: { style: '' } }));
}

const restored = (day: string, copied_on: string | null) =>
  ({ day, kind: 'restored', params: { copied_on } }) as const;

describe('the public lines of the results page', () => {
  it('say that nothing has happened where nothing has', () => {
    expect(render({ events: [] })).toContain('Những việc đã ảnh hưởng đến số liệu Chưa có việc nào.');
  });

  it('name the day of a restore and of its copy, the latest line first', () => {
    const text = render({ events: [restored('2024-01-08', '2024-01-07'), restored('2024-02-05', null)] });
    const first = text.indexOf('Ngày 05/02/2024: dữ liệu được khôi phục từ một bản chép không ghi ngày.');
    const second = text.indexOf('Ngày 08/01/2024: dữ liệu được khôi phục từ bản sao lưu ngày 07/01/2024.');
    expect(first).toBeGreaterThan(0);
    expect(second).toBeGreaterThan(first);
  });

  it('are in English on the English page', () => {
    const text = render({ locale: 'en', events: [restored('2024-02-05', '2024-02-04')] });
    expect(text).toContain('5 Feb 2024: the data were restored from a backup of 4 Feb 2024.');
  });
});
