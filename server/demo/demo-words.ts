import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { findProjectRoot } from '../lib/project-root.ts';

const text = z.string().min(1);

/** Texts of the demo database, from `surveys/demo.json`. */
const demoWordsSchema = z.strictObject({
  comments: z.array(text).min(1),
  /** Name of a counter that the demo opens and later merges into another. */
  merged_counter: text,
  /** What the office says that it changed after comments. */
  improvements: text,
  key_holder: text,
});

export const loadDemoWords = (): z.infer<typeof demoWordsSchema> =>
  demoWordsSchema.parse(JSON.parse(readFileSync(join(findProjectRoot(), 'surveys', 'demo.json'), 'utf8')));
