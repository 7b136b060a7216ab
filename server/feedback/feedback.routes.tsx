import { Hono } from 'hono';
import { renderCommentsPage } from '../../web/pages/CommentsPage.tsx';
import type { Http, HttpEnvironment } from '../http/environment.ts';
import { formLimit, parseForm } from '../http/form-body.ts';
import { AppError } from '../lib/errors.ts';
import { type Period, parsePeriod } from '../period/period.ts';
import { getSignedIn, mayUse, seesCounter } from '../staff/authorise.ts';
import { type StaffPageBase, sendStaffPage } from '../staff/staff-page.ts';
import { listCounters } from '../unit/counter.store.ts';
import { type Counter, parseCounterCode } from '../unit/counter.ts';
import { getMainUnit } from '../unit/main-unit.ts';
import {
  ANY_STATE,
  COMMENT_STATES,
  type CommentMark,
  type CommentQuery,
  commentName,
  commentReference,
  commentsHref,
  markText,
  parseCommentName,
  parseCommentState,
  parseMark,
  parsePage,
  parseSearch,
  STATE_NAMES,
} from './comment-query.ts';
import { COMMENTS_PAGE_SIZE, loadComments, markComments } from './office-comments.ts';

const COMMENTS = '/can-bo/gop-y';

export const feedbackRoutes = new Hono<HttpEnvironment>()
  .get(COMMENTS, async (c) => {
    const { db } = c.get('app');
    const { user } = getSignedIn(c);
    const unit = await getMainUnit(db);
    const counters = await listCounters(db, unit.code);
    const asked = parseQuery(c, counters);
    const { comments, counts, page, pages } = await loadComments(db, unit.code, user.counters, asked);
    const query = { ...asked, page };
    const pageHref = (to: number) => (to < 1 || to > pages ? null : commentsHref({ ...query, page: to }));
    const counterNames = new Map(counters.map(({ code, name }) => [code, name]));
    const render = (base: StaffPageBase) =>
      renderCommentsPage({
        ...base,
        comments: comments.map((comment) => ({
          name: commentName(comment),
          reference: commentReference(comment.id),
          week: parsePeriod(comment.week) as Period,
          counterName: counterNames.get(comment.counter_code) ?? comment.counter_code,
          text: comment.text,
          state: comment.state,
          markedBy: comment.marked_by,
          markedOn: comment.marked_on,
        })),
        states: [...COMMENT_STATES, null].map((state) => ({
          state,
          count: counts[state ?? 'total'],
          href: commentsHref({ ...query, state, page: 1 }),
          isSelected: state === query.state,
        })),
        stateNames: STATE_NAMES,
        counters: counters
          .filter(({ code }) => seesCounter(getSignedIn(c), code))
          .map(({ code, name }) => ({ code, name, isSelected: code === query.counter })),
        search: query.search,
        action: commentsHref(query),
        anyState: ANY_STATE,
        isFiltered: query.counter !== null || query.search !== '',
        done: mayUse(c, 'POST', COMMENTS) ? findDone(c) : null,
        page,
        pages,
        newerHref: pageHref(page - 1),
        olderHref: pageHref(page + 1),
        mayMark: mayUse(c, 'POST', COMMENTS),
      });
    return sendStaffPage(c, render, 200, 'comments.css');
  })
  .post(COMMENTS, formLimit, async (c) => {
    const { db } = c.get('app');
    const unit = await getMainUnit(db);
    const query = parseQuery(c, await listCounters(db, unit.code));
    const fields = await parseForm(c);
    const marks = parseMarks(fields);
    const undo = await markComments(c.get('app'), getSignedIn(c).user, unit.code, marks);
    // A marked comment moves to another place in the list, so the redirect's URL points to the comment that
    // followed it.
    const next = parseCommentName(fields.get('next')?.[0] ?? '');
    const states = [...new Set(marks.map(({ state }) => state))];
    const href = commentsHref(query, { state: states.length === 1 ? (states[0] ?? null) : null, undo });
    return c.redirect(next === null ? href : `${href}#${commentName(next)}`, 303);
  });

/**
 * Either ticked comments with one new state, or, to undo a change, comments with a state each.
 * @throws AppError `invalid` for a missing or unknown state or too many comments, `not-found` for an unknown
 * comment.
 */
function parseMarks(fields: ReadonlyMap<string, string[]>): CommentMark[] {
  const undo = fields.get('mark') ?? [];
  const state = parseCommentState(fields.get('state')?.[0] ?? '');
  const names = fields.get(fields.has('all') ? 'shown' : 'comment') ?? [];
  const count = undo.length + names.length;
  // The form was sent without a ticked comment, for example by pressing Enter.
  if (count === 0 && state !== null && fields.has('shown')) return [];
  if ((undo.length === 0 && state === null) || count === 0 || count > COMMENTS_PAGE_SIZE) {
    throw new AppError('invalid', 'mark-invalid');
  }
  const marks =
    undo.length > 0
      ? undo.map(parseMark)
      : names.map(parseCommentName).map((key) => (key && state ? { key, state } : null));
  const known = marks.filter((mark) => mark !== null);
  if (known.length < count) throw new AppError('not-found', 'comment-unknown');
  return known;
}

function findDone(c: Http) {
  const undo = (c.req.queries('hoan-tac') ?? []).slice(0, COMMENTS_PAGE_SIZE).map(parseMark);
  const marks = undo.filter((mark) => mark !== null).map(markText);
  return marks.length === 0 ? null : { state: parseCommentState(c.req.query('xong') ?? ''), undo: marks };
}

function parseQuery(c: Http, counters: readonly Counter[]): CommentQuery {
  const stateName = c.req.query('trang-thai') ?? STATE_NAMES.unread;
  const state = parseCommentState(stateName);
  if (state === null && stateName !== ANY_STATE) throw new AppError('not-found', 'comment-state-unknown');
  return {
    state,
    counter: parseCounter(c, counters),
    search: parseSearch(c.req.query('tim') ?? ''),
    page: parsePage(c.req.query('trang') ?? ''),
  };
}

function parseCounter(c: Http, counters: readonly Counter[]): string | null {
  const text = c.req.query('quay') ?? '';
  if (text === '') return null;
  const code = parseCounterCode(text);
  if (code !== null && !seesCounter(getSignedIn(c), code)) {
    throw new AppError('forbidden', 'counter-not-yours');
  }
  if (!counters.some((counter) => counter.code === code)) throw new AppError('not-found', 'counter-unknown');
  return code;
}
