import { expect, it } from 'vitest';
import { reachOf } from '../../server/http/public-address.ts';

it.each([
  ['https://khaosat.dongson.gov.vn', 'public'],
  ['http://192.168.1.23:8080', 'network'],
  ['http://172.31.0.4', 'network'],
  ['http://10.8.0.1', 'network'],
  ['http://may-chu:8080', 'network'],
  ['http://may-chu.local:8080', 'network'],
  ['http://203.113.131.9:8080', 'public'],
  ['http://172.32.0.4', 'public'],
  ['https://[2402:800::12]', 'public'],
  ['http://[fe80::1]', 'network'],
  ['http://[fd00::1]:8080', 'network'],
  ['http://localhost:8080', 'machine'],
  ['http://127.0.0.1', 'machine'],
  ['http://[::1]:8080', 'machine'],
])('%s is open to: %s', (origin, reach) => {
  expect(reachOf(origin)).toBe(reach);
});
