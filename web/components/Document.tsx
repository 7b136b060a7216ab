import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Locale } from '../types/locale.ts';

/** Style sheet and script as text. They go into the page byte for byte, so that a CSP hash of them holds. */
export interface PageAssets {
  readonly style: string;
  readonly script?: string;
}

/** What every page of the product is given. */
export interface PageProps {
  readonly assets: PageAssets;
  readonly locale: Locale;
  /** What the server speaks when an address names no language; Vietnamese unless given. */
  readonly defaultLocale?: Locale;
  /** Whether the data is made up; every page then says so. */
  readonly demo: boolean;
}

interface DocumentProps {
  readonly assets: PageAssets;
  readonly locale: Locale;
  /** Text of the tab; plain text, escaped here. */
  readonly title: string;
  /**
   * Which page this is. The mark tells our own answers from those of a captive portal, and `thanks` is the
   * acknowledgement that the survey's script waits for.
   */
  readonly marker: string;
  readonly children: ComponentChildren;
}

/** The tab's icon, a 32 px face, inside the page so that no browser asks for a second file. */
const PAGE_ICON =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAACAAAAAgAgMAAAAOFJJnAAAACVBMVEUAAAALWmv///93nph5AAAAAXRSTlMAQObYZgAAAHhJREFUeNqFkLERxDAIBFHgEtyPS1CgVaAS3A8lKBBV/gAe2dkT7cAN3CHyVoErAOBpZOtwqCJyOrRH4qKScKXERR+4YVHlxLQb7QsxarmPP9AVujpMGAELbm1yYGB5S/sKGGaTKoVupu4exow82/yOswPuyO8Tsn7kv0TkEmq3/QAAAABJRU5ErkJggg==';

/** The HTML shell: everything inline, nothing that makes a browser ask for a second file. */
export function Document({ assets, locale, title, marker, children }: DocumentProps) {
  return (
    <html lang={locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <meta name="hailong" content={marker} />
        <meta name="format-detection" content="telephone=no" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href={PAGE_ICON} />
        <style dangerouslySetInnerHTML={{ __html: assets.style }} />
      </head>
      <body>
        {children}
        {assets.script ? <script dangerouslySetInnerHTML={{ __html: assets.script }} /> : null}
      </body>
    </html>
  );
}

/** A whole document as text, `<!doctype html>` first. */
export const renderDocument = (document: VNode): string => `<!doctype html>${renderToString(document)}`;
