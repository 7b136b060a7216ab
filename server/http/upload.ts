import { AppError } from '../lib/errors.ts';
import type { Http } from './environment.ts';

/** One file or text of a form that may carry files. */
export type Uploaded = string | UploadedFile;

export interface UploadedFile {
  /** As the sender's computer calls it. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * The fields of a form that carries files, the last of each name. A file that was left empty is left out.
 * @throws AppError `unsupported-type` for any other type of content, `bad-request` for a body that is not what
 * its type says.
 */
export async function parseUpload(c: Http): Promise<ReadonlyMap<string, Uploaded>> {
  const type = c.req.header('content-type') ?? '';
  if (!/^(multipart\/form-data|application\/x-www-form-urlencoded)\s*(;|$)/i.test(type)) {
    throw new AppError('unsupported-type', 'form-type');
  }
  const fields = new Map<string, Uploaded>();
  for (const [name, value] of Object.entries(await readBody(c))) {
    if (typeof value === 'string') fields.set(name, value);
    else if (value.size > 0) {
      fields.set(name, { name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) });
    }
  }
  return fields;
}

async function readBody(c: Http): Promise<Record<string, string | File>> {
  try {
    return await c.req.parseBody();
  } catch (error) {
    // What the platform throws for a body without its boundaries; a broken line is told elsewhere.
    if (error instanceof TypeError) throw new AppError('bad-request', 'form-malformed');
    throw error;
  }
}
