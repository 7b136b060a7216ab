import { strToU8, zipSync } from 'fflate';
import { element, xmlPart } from './xml.ts';

/** A part of an Office Open XML package (ECMA-376, part 2). */
export interface PackagePart {
  /** Path in the package, without leading slash: `xl/workbook.xml`. */
  readonly path: string;
  /** MIME type for `[Content_Types].xml`. */
  readonly type: string;
  readonly content: string | Uint8Array;
}

/** A relationship between parts; `target` is relative to the folder of the source part. */
interface Relation {
  readonly id: string;
  /** Last segment of the relationship type's URI: `worksheet`, `image`. */
  readonly kind: string;
  readonly target: string;
}

const RELATION_TYPE = 'application/vnd.openxmlformats-package.relationships+xml';
const RELATION_SPACE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const CONTENT_SPACE = 'http://schemas.openxmlformats.org/package/2006/content-types';
export const OFFICE_RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Makes the `.rels` part that lists the relationships of the part at `path`. */
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

/** Deterministic: equal parts give equal bytes, so that the ETag of an unchanged file does not change. */
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
  // The earliest time that zip can represent; zip has no time zone, so local fields are used.
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
