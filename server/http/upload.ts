import { AppError } from '../lib/errors.ts';
import type { Http } from './environment.ts';

export type Uploaded = string | UploadedFile;

interface UploadedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Reads a form with files. Of a repeated field the last value counts. Empty files are left out.
 * @throws AppError `unsupported-type` for any other content type, `bad-request` for a malformed body.
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
    // undici throws a TypeError for a multipart body without its boundary. `error-pages.tsx` answers broken
    // connections.
    if (error instanceof TypeError) throw new AppError('bad-request', 'form-malformed');
    throw error;
  }
}
