import { staffVi } from '../messages/staff.vi.ts';
import type { StaffPageName } from '../types/signed-in.ts';

export const STAFF_PAGES = {
  leader: '/lanh-dao',
  week: '/can-bo',
  comments: '/can-bo/gop-y',
  transactions: '/can-bo/giao-dich',
  posters: '/can-bo/ma-qr',
  administration: '/quan-tri',
  results: '/ket-qua',
  account: '/tai-khoan',
} as const satisfies Record<StaffPageName, string>;

export const listStaffPages = (paths: readonly string[]): StaffPageName[] =>
  (Object.keys(STAFF_PAGES) as StaffPageName[]).filter((name) => paths.includes(STAFF_PAGES[name]));

interface StaffNavigationProps {
  /** Null on pages that are not in the navigation. */
  readonly current: StaffPageName | null;
  readonly pages: readonly string[];
}

function PageList({ current, pages }: StaffNavigationProps) {
  return (
    <ul class="pages">
      {listStaffPages(pages).map((name) => (
        <li key={name}>
          <a href={STAFF_PAGES[name]} {...(name === current ? { 'aria-current': 'page' as const } : {})}>
            {staffVi.nav[name]}
          </a>
        </li>
      ))}
      <li>
        <form method="post" action="/dang-xuat">
          <button type="submit" class="plain">
            {staffVi.nav.signOut}
          </button>
        </form>
      </li>
    </ul>
  );
}

/** Rendered twice: as a row, and collapsed for phones. CSS hides one of them, also from screen readers. */
export function StaffNavigation(props: StaffNavigationProps) {
  return (
    <>
      <nav class="nav-wide" aria-label={staffVi.navigation}>
        <PageList {...props} />
      </nav>
      <nav class="nav-narrow" aria-label={staffVi.navigation}>
        <details>
          <summary>{staffVi.menu}</summary>
          <PageList {...props} />
        </details>
      </nav>
    </>
  );
}
