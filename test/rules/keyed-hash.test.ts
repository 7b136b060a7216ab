import { describe, expect, it } from 'vitest';
import { keyedHash } from '../../server/lib/hash.ts';

describe('a keyed hash', () => {
  it('is HMAC-SHA-256, so that what was signed by an earlier version stays valid', () => {
    // RFC 4231, test cases 2 and 6: a short key, and a key longer than a block.
    expect(keyedHash(Buffer.from('Jefe'), 'what do ya want for nothing?')).toBe(
      Buffer.from('5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843', 'hex').toString(
        'base64url',
      ),
    );
    expect(keyedHash(Buffer.alloc(131, 0xaa), 'Test Using Larger Than Block-Size Key - Hash Key First')).toBe(
      Buffer.from('60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54', 'hex').toString(
        'base64url',
      ),
    );
  });
});
