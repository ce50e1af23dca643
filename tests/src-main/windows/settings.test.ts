import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { defaultNpiRegistryUrl, defaultPortalUrl, settingsFile } from '../../../src-main/windows/settings.ts';

const setUp = (content?: string) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'portal-desk-settings-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  const file = path.join(folder, 'settings.json');
  if (content !== undefined) writeFileSync(file, content);
  return { file, settings: settingsFile(folder), folder };
};

const defaults = { portalUrl: defaultPortalUrl, npiRegistryUrl: defaultNpiRegistryUrl, colorScheme: 'auto' };

describe('settings', () => {
  it.each([
    ['nothing', undefined],
    ['nonsense', '{"portalUrl": '],
    ['something else', '[1, 2]'],
    ['an address outside without https', '{"portalUrl": "http://portal.example"}'],
    ['an address with a password', '{"portalUrl": "https://a:b@portal.example"}'],
    ['a registry outside without https', '{"npiRegistryUrl": "http://registry.example"}'],
    ['an unknown color scheme', '{"colorScheme": "pink"}'],
  ])('are the defaults where the file holds %s', (_, content) => {
    expect(setUp(content).settings.read()).toEqual(defaults);
  });

  it('are what was written, and one bad value does not cost the other', () => {
    const { settings } = setUp('{"portalUrl": "https://portal.example/", "colorScheme": "pink"}');
    expect(settings.read()).toEqual({ ...defaults, portalUrl: 'https://portal.example' });
    settings.write({ ...settings.read(), colorScheme: 'dark' });
    expect(settings.read()).toEqual({ ...defaults, portalUrl: 'https://portal.example', colorScheme: 'dark' });
  });

  it('let the NPI Registry be another one, on this computer too', () => {
    const { settings } = setUp('{"npiRegistryUrl": "http://127.0.0.1:5050/api/"}');
    expect(settings.read()).toEqual({ ...defaults, npiRegistryUrl: 'http://127.0.0.1:5050/api' });
  });

  it('replace the file in one step, also where the folder is not there yet', () => {
    const { folder } = setUp();
    const settings = settingsFile(path.join(folder, 'new'));
    settings.write({ ...defaults, colorScheme: 'light' });
    expect(JSON.parse(readFileSync(path.join(folder, 'new', 'settings.json'), 'utf8'))).toMatchObject({
      colorScheme: 'light',
    });
    expect(existsSync(path.join(folder, 'new', 'settings.json.new'))).toBe(false);
  });
});
