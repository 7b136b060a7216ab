import { join } from 'node:path';
import { findProjectRoot } from '../../lib/project-root.ts';
import { publishSurvey } from '../../survey/publish-survey.ts';

/**
 * Marks a survey version as published. From then on the server refuses to start if the survey's file was
 * changed.
 */
export function publishSurveyCommand(id: string, version: string, print: (line: string) => void): number {
  const { name, sha256 } = publishSurvey(
    join(findProjectRoot(), 'surveys'),
    id,
    Number(version.replace(/^v/, '')),
  );
  print(`${name} is published: ${sha256}`);
  return 0;
}
