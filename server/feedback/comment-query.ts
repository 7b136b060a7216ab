import { foldText } from '../lib/fold-text.ts';
import { normaliseText, truncateText } from '../lib/text.ts';
import type { CommentState } from '../storage/schema.ts';

/** Names of states in URLs, in the order in which the page lists the states. */
export const STATE_NAMES: Readonly<Record<CommentState, string>> = {
  unread: 'chua-doc',
  read: 'da-doc',
  handled: 'da-xu-ly',
  outside: 'ngoai-tham-quyen',
};
export const COMMENT_STATES = Object.keys(STATE_NAMES) as readonly CommentState[];

export const parseCommentState = (name: string): CommentState | null =>
  COMMENT_STATES.find((state) => STATE_NAMES[state] === name) ?? null;

/** Maximum length of a search, in code points, and of its words; what exceeds them is ignored. */
const SEARCH_LIMIT = 100;
const MAX_WORDS = 8;

export interface CommentQuery {
  readonly state: CommentState | null;
  /** A counter's code. */
  readonly counter: string | null;
  /** Normalised search text; '' for no search. */
  readonly search: string;
  /** Page number, from 1. */
  readonly page: number;
}

export const parseSearch = (text: string): string => truncateText(normaliseText(text), SEARCH_LIMIT);

/** Words that a comment must contain, all of them; case and diacritics are ignored. */
export const searchWords = (search: string): string[] =>
  foldText(search)
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, MAX_WORDS);

/** Anything but a page number gives page 1. */
export const parsePage = (text: string): number => (/^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1);

export function commentsHref({ state, counter, search, page }: CommentQuery): string {
  const query = new URLSearchParams({
    ...(state === null ? {} : { 'trang-thai': STATE_NAMES[state] }),
    ...(counter === null ? {} : { quay: counter }),
    ...(search === '' ? {} : { tim: search }),
    ...(page === 1 ? {} : { trang: String(page) }),
  }).toString();
  return query === '' ? '/can-bo/gop-y' : `/can-bo/gop-y?${query}`;
}

/** Identifies a comment. */
export interface CommentKey {
  readonly week: string;
  readonly id: string;
}

/** Text form of a comment's key, used in forms and in the page: `2024-W05.3f…`. */
export const commentName = ({ week, id }: CommentKey): string => `${week}.${id}`;

export function parseCommentName(name: string): CommentKey | null {
  const [, week, id] = /^(\d{4}-W\d\d)\.([\da-f]{32})$/.exec(name) ?? [];
  return week === undefined || id === undefined ? null : { week, id };
}

/** Short name of a comment for people and in the activity log: six characters of the random id. */
export const commentReference = (id: string): string => id.slice(0, 6).toUpperCase();
