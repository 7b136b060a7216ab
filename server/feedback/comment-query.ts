import { foldText } from '../lib/fold-text.ts';
import { normaliseText, truncateText } from '../lib/text.ts';
import type { CommentState } from '../storage/schema.ts';

/** Values of the URL parameter, in the order in which the page lists the states. */
export const STATE_NAMES: Readonly<Record<CommentState, string>> = {
  unread: 'chua-doc',
  read: 'da-doc',
  handled: 'da-xu-ly',
  outside: 'ngoai-tham-quyen',
};
export const COMMENT_STATES = Object.keys(STATE_NAMES) as readonly CommentState[];

/** URL value for all states; without a value the page lists unread comments. */
export const ANY_STATE = 'tat-ca';

export const parseCommentState = (name: string): CommentState | null =>
  COMMENT_STATES.find((state) => STATE_NAMES[state] === name) ?? null;

/** Maximum length of a search in code points, and maximum number of its words; the rest is ignored. */
const SEARCH_LIMIT = 100;
const MAX_WORDS = 8;

export interface CommentQuery {
  readonly state: CommentState | null;
  readonly counter: string | null;
  /** Normalised by `foldText`; '' for no search. */
  readonly search: string;
  readonly page: number;
}

export const parseSearch = (text: string): string => truncateText(normaliseText(text), SEARCH_LIMIT);

/** The comment must contain all of these words; case and diacritics are ignored. */
export const searchWords = (search: string): string[] =>
  foldText(search)
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, MAX_WORDS);

export const parsePage = (text: string): number => (/^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1);

/** `done`: the change just made, so that the page can confirm it and offer to undo it. */
export function commentsHref({ state, counter, search, page }: CommentQuery, done?: CommentsDone): string {
  const query = new URLSearchParams([
    ...(state === 'unread' ? [] : [['trang-thai', state === null ? ANY_STATE : STATE_NAMES[state]]]),
    ...(counter === null ? [] : [['quay', counter]]),
    ...(search === '' ? [] : [['tim', search]]),
    ...(page === 1 ? [] : [['trang', String(page)]]),
    ...(done?.state ? [['xong', STATE_NAMES[done.state]]] : []),
    ...(done?.undo ?? []).map((mark) => ['hoan-tac', markText(mark)]),
  ]).toString();
  return query === '' ? '/can-bo/gop-y' : `/can-bo/gop-y?${query}`;
}

export interface CommentKey {
  readonly week: string;
  readonly id: string;
}

/** Key as text, for form values and element ids: `2024-W05.3f…`. */
export const commentName = ({ week, id }: CommentKey): string => `${week}.${id}`;

export function parseCommentName(name: string): CommentKey | null {
  const [, week, id] = /^(\d{4}-W\d\d)\.([\da-f]{32})$/.exec(name) ?? [];
  return week === undefined || id === undefined ? null : { week, id };
}

export interface CommentMark {
  readonly key: CommentKey;
  readonly state: CommentState;
}

/** New state and key as text, for forms and URLs: `chua-doc:2024-W05.3f…`. */
export const markText = ({ key, state }: CommentMark): string => `${STATE_NAMES[state]}:${commentName(key)}`;

export function parseMark(text: string): CommentMark | null {
  const [stateName = '', name = ''] = text.split(':');
  const state = parseCommentState(stateName);
  const key = parseCommentName(name);
  return state === null || key === null ? null : { key, state };
}

interface CommentsDone {
  /** New state of the changed comments; null when not all got the same state. */
  readonly state: CommentState | null;
  /** Marks that restore the earlier states; at least one. */
  readonly undo: readonly CommentMark[];
}

/** Short reference of a comment on pages and in the audit log: the first six characters of its random id. */
export const commentReference = (id: string): string => id.slice(0, 6).toUpperCase();
