import type { Locale } from '../formatting/numbers.ts';
import { leaderEn } from './leader.en.ts';
import { type LeaderMessages, leaderVi } from './leader.vi.ts';

/** The words of the leader's page in a language. */
export const leaderMessages = (locale: Locale): LeaderMessages => (locale === 'en' ? leaderEn : leaderVi);
