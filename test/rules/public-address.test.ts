import { expect, it } from 'vitest';
import { reachOf } from '../../server/http/public-address.ts';

it.each([
  ['https://khaosat.dongson.gov.vn', 'public'],
  ['http://192.168.1.23:8080', 'network'],
  ['http://may-chu:8080', 'network'],
  ['http://[fd00::1]:8080', 'network'],
  ['http://localhost:8080', 'machine'],
  ['http://127.0.0.1', 'machine'],
  ['http://[::1]:8080', 'machine'],
])('%s is open to: %s', (origin, reach) => {
  expect(reachOf(origin)).toBe(reach);
});
