import { staffVi } from '../messages/staff.vi.ts';
import type { TrendPoint } from '../types/report-view.ts';
import { TrendChart } from './TrendChart.tsx';

interface TrendSectionProps {
  /** Weeks in order of time. */
  readonly points: readonly TrendPoint[];
  readonly target: number | null;
}

/** More weeks would not be legible on a phone. */
const ON_PHONE = 12;

/** The last twelve weeks on a phone, all of them on wider screens and in print. */
export function TrendSection({ points, target }: TrendSectionProps) {
  const last = points.slice(-ON_PHONE);
  if (last.length === points.length) return <Part id="trend" points={points} target={target} />;
  return (
    <>
      <div class="on-phone">
        <Part id="trend" points={last} target={target} />
      </div>
      <div class="on-wide">
        <Part id="trend-long" points={points} target={target} />
      </div>
    </>
  );
}

function Part({ id, points, target }: TrendSectionProps & { readonly id: string }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{staffVi.trend.heading(points.length)}</h2>
      <TrendChart id={id} points={points} target={target} words={staffVi} />
    </section>
  );
}
