import { getPath } from 'hono/utils/url';

/** Addresses that people type or get from chat apps: `/K/CODE`, `/k/CODE/`, `//k/CODE`. */
const TYPED = /^\/+([kp])\/+([^/]+)\/*$/i;

/** Path by which a request is routed; that of a survey may have capitals and slashes too many. */
export const requestPath = (request: Request): string => {
  const path = getPath(request);
  return path.replace(TYPED, (_, kind: string, code: string) => `/${kind.toLowerCase()}/${code}`);
};
