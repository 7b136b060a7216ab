import { Hono } from 'hono';
import { renderCommentsPage } from '../../web/pages/CommentsPage.tsx';
import type { Http, HttpEnvironment } from '../http/environment.ts';
import { formLimit, parseForm } from '../http/form-body.ts';
import { AppError } from '../lib/errors.ts';
import { type Period, parsePeriod } from '../period/period.ts';
import { getSignedIn, seesCounter } from '../staff/authorise.ts';
import { findPermission } from '../staff/permissions.ts';
import { type StaffPageBase, sendStaffPage } from '../staff/staff-page.ts';
import { listCounters } from '../unit/counter.store.ts';
import { type Counter, parseCounterCode } from '../unit/counter.ts';
import { getMainUnit } from '../unit/main-unit.ts';
import {
  COMMENT_STATES,
  type CommentQuery,
  commentName,
  commentReference,
  commentsHref,
  parseCommentName,
  parseCommentState,
  parsePage,
  parseSearch,
  STATE_NAMES,
} from './comment-query.ts';
import { COMMENTS_PAGE_SIZE, loadComments } from './load-comments.ts';
import { markComments } from './mark-comments.ts';

const COMMENTS = '/can-bo/gop-y';

/** Pages on which staff read, search and mark citizens' comments. */
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
        states: [null, ...COMMENT_STATES].map((state) => ({
          state,
          count: COMMENT_STATES.filter((one) => state === null || state === one).reduce(
            (sum, one) => sum + counts[one],
            0,
          ),
          href: commentsHref({ ...query, state, page: 1 }),
          isSelected: state === query.state,
        })),
        stateNames: STATE_NAMES,
        counters: counters
          .filter(({ code }) => seesCounter(getSignedIn(c), code))
          .map(({ code, name }) => ({ code, name, isSelected: code === query.counter })),
        search: query.search,
        action: commentsHref(query),
        clearHref: query.state !== null || query.counter !== null || query.search !== '' ? COMMENTS : null,
        page,
        pages,
        newerHref: pageHref(page - 1),
        olderHref: pageHref(page + 1),
        mayMark: mayMark(c),
      });
    return sendStaffPage(c, render, 200, 'comments.css');
  })
  .post(COMMENTS, formLimit, async (c) => {
    const { db } = c.get('app');
    const unit = await getMainUnit(db);
    const query = parseQuery(c, await listCounters(db, unit.code));
    const fields = await parseForm(c);
    const state = parseCommentState(fields.get('state')?.[0] ?? '');
    const keys = (fields.get('comment') ?? []).map(parseCommentName);
    if (state === null || keys.length === 0 || keys.length > COMMENTS_PAGE_SIZE) {
      throw new AppError('invalid', 'mark-invalid');
    }
    const known = keys.filter((key) => key !== null);
    if (known.length < keys.length) throw new AppError('not-found', 'comment-unknown');
    await markComments(c.get('app'), getSignedIn(c).user, unit.code, known, state);
    // Marking moves the comment to another place in the list, so the fragment points to the next comment.
    const next = parseCommentName(fields.get('next')?.[0] ?? '');
    return c.redirect(`${commentsHref(query)}${next === null ? '' : `#${commentName(next)}`}`, 303);
  });

function mayMark(c: Http): boolean {
  const { user, isRemembered } = getSignedIn(c);
  const visitors = findPermission('POST', COMMENTS)?.visitors ?? [];
  return visitors.includes(isRemembered ? 'remembered' : user.role);
}

/**
 * Reads the query parameters of the page.
 * @throws AppError `not-found` for an unknown state or counter, `forbidden` for a counter that the user
 * cannot see.
 */
function parseQuery(c: Http, counters: readonly Counter[]): CommentQuery {
  const stateName = c.req.query('trang-thai') ?? '';
  const state = parseCommentState(stateName);
  if (stateName !== '' && state === null) throw new AppError('not-found', 'comment-state-unknown');
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
