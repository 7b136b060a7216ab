import { build } from 'esbuild';
// @ts-expect-error: plain JavaScript, it runs before anything is compiled
import { inlineTokens } from '../../web/build/inline-tokens.mjs';

const BROWSERS = ['chrome80', 'safari15', 'firefox78'];

async function bundleEntry(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    charset: 'utf8',
    target: BROWSERS,
    format: 'iife',
    plugins: [inlineTokens('web/styles')],
    write: false,
  });
  const text = outputFiles[0]?.text;
  if (text === undefined) throw new Error(`nothing came out of ${entry}`);
  return text;
}

/** The style sheet as pages contain it. It is not built in `dist`, which other tests use at the same time. */
export const bundleStyle = (name: string): Promise<string> => bundleEntry(`web/styles/${name}.css`);

export const bundleIsland = (name: string): Promise<string> => bundleEntry(`web/islands/${name}.ts`);
