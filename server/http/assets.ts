import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Asset {
  readonly text: string;
  /** Hash for the Content-Security-Policy, `'sha256-…'`. */
  readonly source: string;
}

interface Assets {
  get(name: string): Asset;
}

/** `get` throws for a name without an asset, because the build is then incomplete. */
export function loadAssets(folder: string): Assets {
  const assets = new Map<string, Asset>();
  for (const name of readdirSync(folder)) {
    const text = readFileSync(join(folder, name), 'utf8').trim();
    const hash = createHash('sha256').update(text).digest('base64');
    assets.set(name, { text, source: `'sha256-${hash}'` });
  }
  return {
    get(name) {
      const asset = assets.get(name);
      if (!asset) throw new Error(`the built asset ${name} is missing: run npm run build`);
      return asset;
    },
  };
}
