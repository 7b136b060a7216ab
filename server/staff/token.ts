import { createHash } from 'node:crypto';
import type { Random } from '../lib/random.ts';

/** For a cookie or link: 256 random bits, 43 characters of base64url. */
export const makeToken = (random: Random): string => Buffer.from(random.bytes(32)).toString('base64url');

/** A token of 256 random bits needs no slow hash. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Accepts the token alone or the whole URL that contains it. */
export const parsePastedToken = (text: string): string => /#ma=([\w-]*)\s*$/.exec(text)?.[1] ?? text.trim();

/** Whether the text can be a token at all; other texts need no database query. */
export const isTokenForm = (text: string | undefined): text is string =>
  text !== undefined && /^[\w-]{43}$/.test(text);
