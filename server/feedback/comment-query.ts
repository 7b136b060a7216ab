import { foldText } from '../lib/fold-text.ts';
import { normaliseText, truncateText } from '../lib/text.ts';
import type { CommentState } from '../storage/schema.ts';

/** In the order of the page, with the names used in URLs. */
export const STATE_NAMES: Readonly<Record<CommentState, string>> = {
  unread: 'chua-doc',
  read: 'da-doc',
  handled: 'da-xu-ly',
  outside: 'ngoai-tham-quyen',
};
export const COMMENT_STATES = Object.keys(STATE_NAMES) as readonly CommentState[];

export const parseCommentState = (name: string): CommentState | null =>
  COMMENT_STATES.find((state) => STATE_NAMES[state] === name) ?? null;

/** In code points; further words are ignored. */
const SEARCH_LIMIT = 100;
const MAX_WORDS = 8;

export interface CommentQuery {
  readonly state: CommentState | null;
  /** A counter's code. */
  readonly counter: string | null;
  /** Normalised; '' for no search. */
  readonly search: string;
  /** From 1. */
  readonly page: number;
}

export const parseSearch = (text: string): string => truncateText(normaliseText(text), SEARCH_LIMIT);

/** Words that must all occur; case and diacritics are ignored. */
export const searchWords = (search: string): string[] =>
  foldText(search)
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, MAX_WORDS);

/** Defaults to 1. */
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

/** Week and id identify a comment. */
export interface CommentKey {
  readonly week: string;
  readonly id: string;
}

/** The comment's key in forms and in the page, `2024-W05.3f…`. */
export const commentName = ({ week, id }: CommentKey): string => `${week}.${id}`;

export function parseCommentName(name: string): CommentKey | null {
  const [, week, id] = /^(\d{4}-W\d\d)\.([\da-f]{32})$/.exec(name) ?? [];
  return week === undefined || id === undefined ? null : { week, id };
}

/** The short name for people and in the activity log: six characters of the random id. */
export const commentReference = (id: string): string => id.slice(0, 6).toUpperCase();
