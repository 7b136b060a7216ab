import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { findProjectRoot } from '../lib/project-root.ts';

const text = z.string().min(1);

/** `surveys/demo.json`: what a year would have left in the demonstration's database; no sentence of the product. */
const demoWordsSchema = z.strictObject({
  /** What made-up citizens write. */
  comments: z.array(text).min(1),
  /** A counter that is opened and merged again. */
  merged_counter: text,
  /** Whose program has a key. */
  key_holder: text,
});

/** Reads the words of the demonstration. */
export const loadDemoWords = (): z.infer<typeof demoWordsSchema> =>
  demoWordsSchema.parse(JSON.parse(readFileSync(join(findProjectRoot(), 'surveys', 'demo.json'), 'utf8')));
