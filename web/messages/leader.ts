import type { Locale } from '../formatting/numbers.ts';
import { leaderEn } from './leader.en.ts';
import { type LeaderMessages, leaderVi } from './leader.vi.ts';

export const leaderMessages = (locale: Locale): LeaderMessages => (locale === 'vi' ? leaderVi : leaderEn);
