import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    globalSetup: ['test/helpers/build-once.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A busy machine takes longer than the default second.
    expect: { poll: { timeout: 20_000 } },
    restoreMocks: true,
    // One per core; by default vitest leaves one core idle, half of a small machine.
    maxWorkers: '100%',
  },
} as never);
