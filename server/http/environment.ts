import type { Context as HonoContext } from 'hono';
import type { Context } from '../context.ts';

/** What every request carries through the middleware. */
export interface HttpEnvironment {
  Variables: {
    readonly app: Context;
    /** The answer has all its headers: see `whole-answer.ts`. */
    readonly isWhole?: boolean;
  };
}

export type Http = HonoContext<HttpEnvironment>;
