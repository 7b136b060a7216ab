import { foldText } from '../lib/fold-text.ts';
import { normaliseText, truncateText } from '../lib/text.ts';
import type { CommentState } from '../storage/schema.ts';

/** What the office makes of a comment, in the order of the page, and how each is called in addresses. */
export const STATE_NAMES: Readonly<Record<CommentState, string>> = {
  unread: 'chua-doc',
  read: 'da-doc',
  handled: 'da-xu-ly',
  outside: 'ngoai-tham-quyen',
};
/** All marks that a comment can have. */
export const COMMENT_STATES = Object.keys(STATE_NAMES) as readonly CommentState[];

/** The mark that a name in an address or a form stands for. */
export const parseCommentState = (name: string): CommentState | null =>
  COMMENT_STATES.find((state) => STATE_NAMES[state] === name) ?? null;

/** The most code points of a search, and the most words of it that are looked for. */
const SEARCH_LIMIT = 100;
const MOST_WORDS = 8;

/** Which comments are asked for. */
export interface CommentQuery {
  readonly state: CommentState | null;
  /** A counter's code. */
  readonly counter: string | null;
  /** As it was typed, normalised; '' for no search. */
  readonly search: string;
  /** From 1. */
  readonly page: number;
}

/** A search as it is kept, from what was typed. */
export const parseSearch = (text: string): string => truncateText(normaliseText(text), SEARCH_LIMIT);

/** The words that a comment must have, each, somewhere; marks and capitals do not matter. */
export const searchWords = (search: string): string[] =>
  foldText(search)
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS);

/** A page's number as an address names it; the first where it names none. */
export const parsePage = (text: string): number => (/^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1);

/** The address of a list of comments. */
export function commentsHref({ state, counter, search, page }: CommentQuery): string {
  const query = new URLSearchParams({
    ...(state === null ? {} : { 'trang-thai': STATE_NAMES[state] }),
    ...(counter === null ? {} : { quay: counter }),
    ...(search === '' ? {} : { tim: search }),
    ...(page === 1 ? {} : { trang: String(page) }),
  }).toString();
  return query === '' ? '/can-bo/gop-y' : `/can-bo/gop-y?${query}`;
}

/** What a form names a comment by: its week, in which it lies, and its id. */
export interface CommentKey {
  readonly week: string;
  readonly id: string;
}

/** A comment's name in forms and in the page, `2024-W05.3f…`. */
export const commentName = ({ week, id }: CommentKey): string => `${week}.${id}`;

/** The comment that a form names; null for anything else. */
export function parseCommentName(name: string): CommentKey | null {
  const [, week, id] = /^(\d{4}-W\d\d)\.([\da-f]{32})$/.exec(name) ?? [];
  return week === undefined || id === undefined ? null : { week, id };
}

/** What people call a comment by when they talk of it and in the log: six signs of its random id. */
export const commentReference = (id: string): string => id.slice(0, 6).toUpperCase();
