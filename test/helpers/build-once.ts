import { existsSync } from 'node:fs';

/** The app reads style sheets and scripts from `dist`, so each test run begins with a build. */
export default async function buildOnce(): Promise<void> {
  // @ts-expect-error: plain JavaScript, it runs before anything is compiled
  const { build } = await import('../../web/build/build.mjs');
  await build();
  if (!existsSync('dist/assets')) throw new Error('the build left no assets');
}
