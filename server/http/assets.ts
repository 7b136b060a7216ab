import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A style sheet or script that is put into a page, with its hash for the page's policy. */
export interface Asset {
  readonly text: string;
  /** `'sha256-…'`, as a Content-Security-Policy names it. */
  readonly source: string;
}

/** Finds a built asset by its file name, such as `survey.css`. */
export interface Assets {
  get(name: string): Asset;
}

/** Reads all built assets at once; a missing one is a fault of the installation. */
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
