import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { citizenMessages } from '../messages/citizen.ts';
import type { Locale } from '../types/locale.ts';
import type { TrialView } from '../types/trial.ts';
import { TrialBanner } from './TrialBanner.tsx';

/** `style` and `script` are inserted byte for byte, because the CSP has their hashes. */
export interface PageAssets {
  readonly style: string;
  readonly script?: string;
  /** Null or absent after the official start. A trial is named on the page and in the tab title. */
  readonly trial?: TrialView | null;
}

export interface PageProps {
  readonly assets: PageAssets;
  readonly locale: Locale;
  /** Language of a page whose URL has no `lang`; default: Vietnamese. */
  readonly defaultLocale?: Locale;
  /** The data are made up; the page says so in a banner. */
  readonly demo: boolean;
}

interface DocumentProps {
  readonly assets: PageAssets;
  readonly locale: Locale;
  /** Tab title as plain text; it is escaped when it is rendered. */
  readonly title: string;
  /**
   * Name of the page in a `<meta>`. Scripts recognise responses of our server by it, as opposed to those of a
   * captive portal; `thanks` acknowledges a ballot.
   */
  readonly marker: string;
  readonly description?: string;
  readonly icon?: string;
  /** Text of the link that skips the navigation; undefined: there is no navigation. */
  readonly skip?: string;
  /** Only staff see when the trial ends. */
  readonly isOffice?: boolean;
  readonly children: ComponentChildren;
}

/** An empty icon, for pages that must be as small as possible; it needs no request. */
export const NO_ICON = 'data:,';

/** Inline, because browsers would otherwise request `/favicon.ico`. */
const PAGE_ICON =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAACAAAAAgAgMAAAAOFJJnAAAACVBMVEUAAAALWmv///93nph5AAAAAXRSTlMAQObYZgAAAHhJREFUeNqFkLERxDAIBFHgEtyPS1CgVaAS3A8lKBBV/gAe2dkT7cAN3CHyVoErAOBpZOtwqCJyOrRH4qKScKXERR+4YVHlxLQb7QsxarmPP9AVujpMGAELbm1yYGB5S/sKGGaTKoVupu4exow82/yOswPuyO8Tsn7kv0TkEmq3/QAAAABJRU5ErkJggg==';

/** Styles and script are inline, so that a page takes one request. */
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
