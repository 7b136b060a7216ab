import type { Context as HonoContext } from 'hono';
import type { Context } from '../context.ts';

export interface HttpEnvironment {
  Variables: {
    readonly app: Context;
    /** If true, middleware must not change the response; see `prebuilt-response.ts`. */
    readonly isPrebuilt?: boolean;
  };
}

export type Http = HonoContext<HttpEnvironment>;
