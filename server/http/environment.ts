import type { Context as HonoContext } from 'hono';
import type { TrialView } from '../../web/types/trial.ts';
import type { Context } from '../context.ts';

export interface HttpEnvironment {
  Variables: {
    readonly app: Context;
    /** Null: official. Absent on requests that no page answers. */
    readonly trial?: TrialView | null;
    /** If true, middleware must not change the response; see `prebuilt-response.ts`. */
    readonly isPrebuilt?: boolean;
  };
}

export type Http = HonoContext<HttpEnvironment>;
