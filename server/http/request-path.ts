import { getPath } from 'hono/utils/url';

/** Survey paths as people type them or chat apps change them: `/K/CODE`, `/k/CODE/`, `//k/CODE`. */
const TYPED = /^\/+([kp])\/+([^/]+)\/*$/i;

/** Path for routing. In survey paths, capital letters and extra slashes are normalised. */
export const requestPath = (request: Request): string => {
  const path = getPath(request);
  return path.replace(TYPED, (_, kind: string, code: string) => `/${kind.toLowerCase()}/${code}`);
};
