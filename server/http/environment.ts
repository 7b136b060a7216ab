import type { Context as HonoContext } from 'hono';
import type { TrialView } from '../../web/types/trial.ts';
import type { Context } from '../context.ts';

export interface HttpEnvironment {
  Variables: {
    readonly app: Context;
    /** Null after the official start; absent on requests that render no page. */
    readonly trial?: TrialView | null;
    /** If true, middleware must not read or change the response (`prebuilt-response.ts`). */
    readonly isPrebuilt?: boolean;
  };
}

export type Http = HonoContext<HttpEnvironment>;
