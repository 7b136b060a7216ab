import { AlignmentType, Paragraph } from 'docx';
import { ChartRun } from 'docx/charts';
import type { ReportChart } from '../../web/types/official-report.ts';
import { cleanXml } from './repack.ts';

/** The width is that of the text on a page, 160 mm. */
const CHART_PIXELS = { width: 605, height: 230 };

/** A native chart of Word instead of an image: sharp on paper, and readable by screen readers. */
export function drawWordChart({ names, target, weeks, lowest, description }: ReportChart): Paragraph {
  const shares = weeks.map(({ percent }) => percent);
  const beside = (pick: (week: (typeof weeks)[number]) => number | undefined, sign: 1 | -1) =>
    weeks.map((week) => {
      const end = pick(week);
      return week.percent === null || end === undefined ? null : Math.max(0, sign * (end - week.percent));
    });
  const chart = new ChartRun({
    type: 'line',
    transformation: CHART_PIXELS,
    font: { name: 'Times New Roman' },
    chartArea: { border: 'none' },
    altText: { name: names.share, description: cleanXml(description) },
    legend: { position: 'bottom' },
    categories: weeks.map(({ label }) => label),
    valueAxis: { minimum: lowest, maximum: 100, numberFormat: '0"%"' },
    series: [
      {
        name: names.share,
        values: shares,
        color: '000000',
        markers: { shape: 'circle', size: 6 },
        line: { width: 1.5 },
        errorBars: {
          type: 'custom',
          plus: beside(({ interval }) => interval?.high, 1),
          minus: beside(({ interval }) => interval?.low, -1),
          line: { color: '808080' },
        },
      },
      ...(target === null
        ? []
        : [
            {
              name: names.target,
              values: weeks.map(() => target),
              color: '000000',
              line: { width: 1, dash: 'dash' as const },
            },
          ]),
    ],
  });
  return new Paragraph({ alignment: AlignmentType.CENTER, children: [chart] });
}
