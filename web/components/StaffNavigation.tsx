import type { StaffMessages } from '../messages/staff.vi.ts';

/** The pages that the navigation leads to. */
export type StaffPageName = 'leader' | 'week' | 'posters' | 'results';

const PAGES: readonly { readonly name: StaffPageName; readonly href: string }[] = [
  { name: 'leader', href: '/lanh-dao' },
  { name: 'week', href: '/can-bo' },
  { name: 'posters', href: '/can-bo/ma-qr' },
  { name: 'results', href: '/ket-qua' },
];

interface StaffNavigationProps {
  readonly current: StaffPageName;
  readonly words: StaffMessages;
}

function PageList({ current, words }: StaffNavigationProps) {
  return (
    <ul class="pages">
      {PAGES.map(({ name, href }) => (
        <li key={name}>
          <a href={href} {...(name === current ? { 'aria-current': 'page' as const } : {})}>
            {words.nav[name]}
          </a>
        </li>
      ))}
      <li>
        <form method="post" action="/dang-xuat">
          <button type="submit" class="plain">
            {words.nav.signOut}
          </button>
        </form>
      </li>
    </ul>
  );
}

/**
 * The staff pages' navigation twice: in a row where there is room, folded on a phone. The style sheet hides
 * one of the two from everybody, so that it works without script.
 */
export function StaffNavigation({ current, words }: StaffNavigationProps) {
  return (
    <>
      <nav class="nav-wide" aria-label={words.navigation}>
        <PageList current={current} words={words} />
      </nav>
      <nav class="nav-narrow" aria-label={words.navigation}>
        <details>
          <summary>{words.menu}</summary>
          <PageList current={current} words={words} />
        </details>
      </nav>
    </>
  );
}
