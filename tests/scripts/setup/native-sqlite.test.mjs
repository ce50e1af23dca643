import { expect, it } from 'vitest';
import { isShippedBinaryTooNew } from '../../../scripts/setup/native-sqlite.mjs';

it.each([
  { nodeApi: 9, electronMajor: 45, isTooNew: true },
  { nodeApi: 10, electronMajor: 33, isTooNew: true },
  { nodeApi: 10, electronMajor: 45, isTooNew: false },
])('Node-API $nodeApi with Electron $electronMajor', ({ isTooNew, ...runtimes }) => {
  expect(isShippedBinaryTooNew(runtimes)).toBe(isTooNew);
});
