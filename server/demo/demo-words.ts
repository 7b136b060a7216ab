import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { findProjectRoot } from '../lib/project-root.ts';

const text = z.string().min(1);

/** `surveys/demo.json`: the content of the demo database that is text. */
const demoWordsSchema = z.strictObject({
  comments: z.array(text).min(1),
  /** A counter that is opened and merged. */
  merged_counter: text,
  /** The holder of an API key. */
  key_holder: text,
});

export const loadDemoWords = (): z.infer<typeof demoWordsSchema> =>
  demoWordsSchema.parse(JSON.parse(readFileSync(join(findProjectRoot(), 'surveys', 'demo.json'), 'utf8')));
