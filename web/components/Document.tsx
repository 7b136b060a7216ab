import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { citizenMessages } from '../messages/citizen.ts';
import type { Locale } from '../types/locale.ts';
import type { TrialView } from '../types/trial.ts';
import { TrialBanner } from './TrialBanner.tsx';

/** Style sheet and script are text that is inserted byte for byte, so that their CSP hashes match. */
export interface PageAssets {
  readonly style: string;
  readonly script?: string;
  /** Trial before the official start, announced on the page and in the tab title; null or absent: no trial. */
  readonly trial?: TrialView | null;
}

export interface PageProps {
  readonly assets: PageAssets;
  readonly locale: Locale;
  /** Language of pages whose URL names none; default: Vietnamese. */
  readonly defaultLocale?: Locale;
  /** Demo data: the page shows a banner. */
  readonly demo: boolean;
}

interface DocumentProps {
  readonly assets: PageAssets;
  readonly locale: Locale;
  /** Tab title; plain text, escaped here. */
  readonly title: string;
  /**
   * Identifies the page. Distinguishes our responses from a captive portal's; `thanks` is the acknowledgement that
   * the survey's script waits for.
   */
  readonly marker: string;
  /** For search engines and link previews. */
  readonly description?: string;
  readonly icon?: string;
  /** Text of the skip link to `#content`, on pages with a navigation. */
  readonly skip?: string;
  /** Whether the reader is staff, who also see the end date of the trial. */
  readonly isOffice?: boolean;
  readonly children: ComponentChildren;
}

/** Empty icon that needs no request, for pages that must be as small as possible. */
export const NO_ICON = 'data:,';

/** Inline 32 px icon, so that browsers do not request `/favicon.ico`. */
const PAGE_ICON =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAACAAAAAgAgMAAAAOFJJnAAAACVBMVEUAAAALWmv///93nph5AAAAAXRSTlMAQObYZgAAAHhJREFUeNqFkLERxDAIBFHgEtyPS1CgVaAS3A8lKBBV/gAe2dkT7cAN3CHyVoErAOBpZOtwqCJyOrRH4qKScKXERR+4YVHlxLQb7QsxarmPP9AVujpMGAELbm1yYGB5S/sKGGaTKoVupu4exow82/yOswPuyO8Tsn7kv0TkEmq3/QAAAABJRU5ErkJggg==';

/** Everything is inline: a page takes one request. Engines without module scripts ignore the script. */
export function Document({
  assets,
  locale,
  title,
  marker,
  description,
  icon = PAGE_ICON,
  skip,
  isOffice = false,
  children,
}: DocumentProps) {
  const trial = assets.trial ?? null;
  return (
    <html lang={locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{trial === null ? title : `${citizenMessages(locale).trial.mark}: ${title}`}</title>
        <meta name="hailong" content={marker} />
        {description ? <meta name="description" content={description} /> : null}
        <meta name="format-detection" content="telephone=no" />
        <link rel="icon" href={icon} />
        <style dangerouslySetInnerHTML={{ __html: assets.style }} />
      </head>
      <body>
        {skip === undefined ? null : (
          <a class="skip" href="#content">
            {skip}
          </a>
        )}
        {trial === null ? null : <TrialBanner trial={trial} locale={locale} isOffice={isOffice} />}
        {children}
        {assets.script ? <script type="module" dangerouslySetInnerHTML={{ __html: assets.script }} /> : null}
      </body>
    </html>
  );
}

export const renderDocument = (document: VNode): string => `<!doctype html>${renderToString(document)}`;
