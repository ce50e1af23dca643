import os from 'node:os';
import { expect, it } from 'vitest';
import { deviceName } from '../../../../src-main/connectors/service/device-name.ts';

it.each([
  ['win32', 'Portal Desk on Windows'],
  ['darwin', 'Portal Desk on macOS'],
  ['linux', 'Portal Desk on Linux'],
] as const)('on %s the device is called %s', (platform, name) => {
  expect(deviceName(platform)).toBe(name);
  expect(deviceName(platform)).not.toContain(os.hostname());
});
