import type { ComponentChildren } from 'preact';
import { Document, renderDocument } from '../components/Document.tsx';
import type { Shown } from './catalogue.ts';
import { separateIds } from './separate-ids.ts';
import { SHEETS, type SheetName } from './sheets.ts';

export interface PreviewStyles {
  readonly sheets: Readonly<Record<SheetName, string>>;
  readonly preview: string;
}

interface FrameProps {
  readonly title: string;
  readonly sheet: SheetName;
  readonly styles: PreviewStyles;
  readonly isIndex?: boolean;
  readonly children: ComponentChildren;
}

function Frame({ title, sheet, styles, isIndex = false, children }: FrameProps) {
  const style = styles.sheets[sheet] + styles.preview;
  return (
    <Document assets={{ style }} locale="en" title={title} marker="preview">
      <main>
        {isIndex ? null : (
          <p>
            <a href="/">All pages and components</a>
          </p>
        )}
        <h1>{title}</h1>
        {children}
      </main>
    </Document>
  );
}

export function renderIndex(shown: readonly Shown[], styles: PreviewStyles): string {
  const components = shown.filter(({ kind }) => kind === 'component');
  const pages = shown.filter(({ kind }) => kind === 'page');
  return renderDocument(
    <Frame title="Every page and component in every state" sheet="results" styles={styles} isIndex>
      <p>Drawn from the examples beside each of them. No part of what npm start serves.</p>
      <h2>Components</h2>
      {SHEETS.map((sheet) => ({ sheet, own: components.filter((entry) => entry.sheet === sheet) }))
        .filter(({ own }) => own.length > 0)
        .map(({ sheet, own }) => (
          <section key={sheet}>
            <h3>
              <a href={`/${sheet}`}>{sheet}.css</a>
            </h3>
            <Entries entries={own} hrefOf={(name) => `/${sheet}#${name}`} />
          </section>
        ))}
      <h2>Pages</h2>
      <Entries entries={pages} hrefOf={(name) => `/${name}`} />
    </Frame>,
  );
}

interface EntriesProps {
  readonly entries: readonly Shown[];
  readonly hrefOf: (name: string) => string;
}

function Entries({ entries, hrefOf }: EntriesProps) {
  return (
    <ul class="preview-index">
      {entries.map(({ name, states }) => (
        <li key={name}>
          <a href={hrefOf(name)}>{name}</a> {states.length}
        </li>
      ))}
    </ul>
  );
}

/** Puts a component into the parent element that HTML requires: a list for an item, a form for a control. */
function inPlace(html: string): string {
  if (html.startsWith('<li')) return `<ul>${html}</ul>`;
  return /<(?:label|fieldset)/.test(html) && !html.includes('<form')
    ? `<div class="form">${html}</div>`
    : html;
}

export function renderComponents(sheet: SheetName, shown: readonly Shown[], styles: PreviewStyles): string {
  const own = shown.filter((entry) => entry.kind === 'component' && entry.sheet === sheet);
  const assets = { style: styles.sheets[sheet] };
  return renderDocument(
    <Frame title={`${sheet}.css`} sheet={sheet} styles={styles}>
      {own.map(({ name, states }) => (
        <div key={name}>
          <h2 class="preview-name" id={name}>
            {name}
          </h2>
          {states.map((state, index) => (
            <div key={state.name}>
              <p class="preview-state">{state.name}</p>
              <div
                class="preview-box"
                lang="vi"
                dangerouslySetInnerHTML={{
                  __html: inPlace(separateIds(state.render(assets), `${name}-${index}-`)),
                }}
              />
            </div>
          ))}
        </div>
      ))}
    </Frame>,
  );
}

/** Each state is in a frame as wide as a phone. */
export function renderPageStates({ name, states }: Shown, styles: PreviewStyles): string {
  return renderDocument(
    <Frame title={name} sheet="results" styles={styles}>
      {states.map((state, index) => (
        <figure key={state.name} class="preview-page">
          <figcaption>
            <a href={`/${name}/${index}`}>{state.name}</a>
          </figcaption>
          <iframe src={`/${name}/${index}`} title={state.name} loading="lazy" />
        </figure>
      ))}
    </Frame>,
  );
}

/** The document as the server would send it, without scripts; null: there is no state with this index. */
export const renderPageState = (page: Shown, index: number, styles: PreviewStyles): string | null =>
  page.states[index]?.render({ style: styles.sheets[page.sheet] }) ?? null;
