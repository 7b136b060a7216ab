import { createHash } from 'node:crypto';
import type { Random } from '../lib/random.ts';

/** What a cookie or a link holds: 256 random bits, 43 characters of base64url. */
export const makeToken = (random: Random): string => Buffer.from(random.bytes(32)).toString('base64url');

/** What is stored of it, 64 hexadecimal digits: with 256 random bits a fast hash is enough. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** The token in what a person pasted: by itself, or at the end of the whole address that they were given. */
export const parsePastedToken = (text: string): string => /#ma=([\w-]*)\s*$/.exec(text)?.[1] ?? text.trim();

/** Whether a text has the form of a token; saves a look into the database for anything else. */
export const isTokenForm = (text: string | undefined): text is string =>
  text !== undefined && /^[\w-]{43}$/.test(text);
