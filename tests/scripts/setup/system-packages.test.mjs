import { describe, expect, it } from 'vitest';
import { missingPackages, systemPackages } from '../../../scripts/setup/system-packages.mjs';

const wanted = systemPackages.electron;

describe('systemPackages', () => {
  it('name a program for what tests call by name, so that it is found on other systems too', () => {
    for (const purpose of /** @type {const} */ (['postgresql', 'oathtool', 'unzip'])) {
      expect(systemPackages[purpose].map(({ program }) => program)).not.toContain(undefined);
    }
    expect(systemPackages.oathtool).toEqual([{ names: ['oathtool'], program: 'oathtool' }]);
  });
});

describe('missingPackages', () => {
  it('finds nothing missing when every package is installed', () => {
    const output = 'libasound2\tii \nlibgbm1\tii \nlibgtk-3-0\tii \nlibnss3\tii \n';
    expect(missingPackages(wanted, output)).toEqual([]);
  });

  it('takes the newer name of a renamed package', () => {
    const output = 'libasound2t64\tii \nlibgbm1\tii \nlibgtk-3-0t64\tii \nlibnss3\tii \n';
    expect(missingPackages(wanted, output)).toEqual([]);
  });

  it('does not take a package that was removed, or only half installed, for an installed one', () => {
    const output = 'libasound2\trc \nlibgbm1\tiU \nlibgtk-3-0\tun \nlibnss3\tii \n';
    expect(missingPackages(wanted, output).map(({ names }) => names.at(-1))).toEqual([
      'libgtk-3-0',
      'libasound2',
      'libgbm1',
    ]);
  });

  it('finds everything missing when dpkg-query knows nothing', () => {
    expect(missingPackages(wanted, '')).toEqual(wanted);
  });
});
