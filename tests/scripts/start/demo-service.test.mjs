import { expect, it } from 'vitest';
import { readAddresses } from '../../../scripts/start/demo-service.mjs';

it.each([
  ['{"url":"http://127.0.0.1:1"}', { url: 'http://127.0.0.1:1' }],
  [
    '{"url":"http://127.0.0.1:1","mailboxUrl":"http://127.0.0.1:2"}',
    { url: 'http://127.0.0.1:1', mailboxUrl: 'http://127.0.0.1:2' },
  ],
  ['{"level":30,"msg":"seeding"}', undefined],
  ['PGlite is for trying', undefined],
])('reads %s', (line, addresses) => {
  expect(readAddresses(line)).toEqual(addresses);
});
