import { staffVi } from '../messages/staff.vi.ts';
import type { StaffPageName } from '../types/signed-in.ts';

const PAGES: readonly { readonly name: StaffPageName; readonly href: string }[] = [
  { name: 'leader', href: '/lanh-dao' },
  { name: 'week', href: '/can-bo' },
  { name: 'comments', href: '/can-bo/gop-y' },
  { name: 'transactions', href: '/can-bo/giao-dich' },
  { name: 'posters', href: '/can-bo/ma-qr' },
  { name: 'administration', href: '/quan-tri' },
  { name: 'results', href: '/ket-qua' },
  { name: 'account', href: '/tai-khoan' },
];

interface StaffNavigationProps {
  readonly current: StaffPageName;
  readonly pages: readonly StaffPageName[];
}

function PageList({ current, pages }: StaffNavigationProps) {
  return (
    <ul class="pages">
      {PAGES.filter(({ name }) => pages.includes(name)).map(({ name, href }) => (
        <li key={name}>
          <a href={href} {...(name === current ? { 'aria-current': 'page' as const } : {})}>
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

/**
 * The navigation is rendered twice: as a row for wide screens and collapsed for phones. CSS hides one of the two,
 * also from assistive technology, so that no script is needed.
 */
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
