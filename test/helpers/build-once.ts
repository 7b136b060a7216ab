import { existsSync } from 'node:fs';

/** Assets are read from disk by the app, so every test run starts from a fresh build of them. */
export default async function buildOnce(): Promise<void> {
  // @ts-expect-error: plain JavaScript, it runs before anything is compiled
  const { build } = await import('../../web/build/build.mjs');
  await build();
  if (!existsSync('dist/assets')) throw new Error('the build left no assets');
}
