import { join } from 'node:path';
import { findProjectRoot } from '../../server/lib/project-root.ts';

export const programPath = (name: string): string =>
  join(findProjectRoot(), 'dist', 'bench', 'programs', `${name}.js`);
