import { getPath } from 'hono/utils/url';

/** Variants of survey paths that people type or get from chat apps: `/K/CODE`, `/k/CODE/`, `//k/CODE`. */
const TYPED = /^\/+([kp])\/+([^/]+)\/*$/i;

/** Path for routing. Survey paths are normalised: capital letters and extra slashes are accepted. */
export const requestPath = (request: Request): string => {
  const path = getPath(request);
  return path.replace(TYPED, (_, kind: string, code: string) => `/${kind.toLowerCase()}/${code}`);
};
