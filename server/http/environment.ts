import type { Context as HonoContext } from 'hono';
import type { Context } from '../context.ts';

/** What every request carries through the middleware. */
export interface HttpEnvironment {
  Variables: {
    readonly app: Context;
    /** The answer has all its headers: see `prebuilt-response.ts`. */
    readonly isPrebuilt?: boolean;
  };
}

export type Http = HonoContext<HttpEnvironment>;
