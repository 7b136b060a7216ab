import { strToU8, zipSync } from 'fflate';
import { element, xmlPart } from './xml.ts';

/** One part of an office file (ECMA-376, part 2). */
export interface PackagePart {
  /** Inside the zip, without a slash before it: `xl/workbook.xml`. */
  readonly path: string;
  /** MIME type as the list of contents names it. */
  readonly type: string;
  readonly content: string | Uint8Array;
}

/** How one part names another; `target` is relative to the folder of the part that names it. */
export interface Relation {
  readonly id: string;
  /** The last word of the relation's address: `worksheet`, `image`. */
  readonly kind: string;
  readonly target: string;
}

const RELATION_TYPE = 'application/vnd.openxmlformats-package.relationships+xml';
const RELATION_SPACE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const CONTENT_SPACE = 'http://schemas.openxmlformats.org/package/2006/content-types';
/** What relations between the parts of an office file begin with. */
export const OFFICE_RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The part that says what `path` relates to. */
export function relationsPart(path: string, relations: readonly Relation[]): PackagePart {
  const at = path.lastIndexOf('/') + 1;
  const items = relations.map(({ id, kind, target }) =>
    element('Relationship', { Id: id, Type: `${OFFICE_RELATIONS}/${kind}`, Target: target }),
  );
  return {
    path: `${path.slice(0, at)}_rels/${path.slice(at)}.rels`,
    type: RELATION_TYPE,
    content: xmlPart(element('Relationships', { xmlns: RELATION_SPACE }, ...items)),
  };
}

/**
 * The file as bytes: the same parts give the same bytes, whenever and wherever they are written, so that a
 * file that has not changed need not be sent again.
 */
export function packOffice(main: PackagePart, others: readonly PackagePart[]): Uint8Array {
  const parts = [
    relationsPart('', [{ id: 'rId1', kind: 'officeDocument', target: main.path }]),
    main,
    ...others,
  ];
  const files = [contentTypes(parts), ...parts].map(({ path, content }): [string, Uint8Array] => [
    path,
    typeof content === 'string' ? strToU8(content) : content,
  ]);
  // The first instant that a zip can name, in the fields of whatever zone: it keeps no zone.
  return zipSync(Object.fromEntries(files), { mtime: new Date(1980, 0, 1), level: 6 });
}

function contentTypes(parts: readonly PackagePart[]): PackagePart {
  const defaults = element('Default', { Extension: 'rels', ContentType: RELATION_TYPE });
  const overrides = parts
    .filter(({ type }) => type !== RELATION_TYPE)
    .map(({ path, type }) => element('Override', { PartName: `/${path}`, ContentType: type }));
  return {
    path: '[Content_Types].xml',
    type: '',
    content: xmlPart(element('Types', { xmlns: CONTENT_SPACE }, defaults, ...overrides)),
  };
}
