import type { Channel } from '../storage/schema.ts';
import type { Survey, SurveyCatalogue } from './definition.ts';

/**
 * The newest published version of a channel's survey, for counters that have none yet. Citizens with an online
 * dossier saw no office, so they are not asked about one.
 * @throws Error when the survey folder lacks it
 */
export function getDefaultSurvey(surveys: SurveyCatalogue, channel: Channel): Survey {
  const id = channel === 'link' ? 'truc-tuyen' : 'mot-cua-ngan';
  const newest = surveys.list().findLast((survey) => survey.id === id && survey.is_published);
  if (!newest) throw new Error(`no survey is published for the channel "${channel}"`);
  return newest;
}
