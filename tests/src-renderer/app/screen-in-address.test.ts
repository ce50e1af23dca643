import { describe, expect, it } from 'vitest';
import { keepInAddress, placeIn } from '../../../src-renderer/app/screen-in-address.ts';
import { createNavigation } from '../../../src-renderer/lib/navigation.tsx';

describe('the screen in the address', () => {
  it.each([
    ['#users', 'users'],
    ['#settings', 'settings'],
    ['', 'home'],
    ['#no-such-screen', 'home'],
    ['#sign-in', 'home'],
  ])('%s starts at %s', (hash, screen) => {
    expect(placeIn(hash)).toEqual({ screen });
  });

  it('follows the person, and is home where a screen cannot be started at', () => {
    const navigation = createNavigation({ screen: 'home' });
    const hashes: string[] = [];
    keepInAddress(navigation, (hash) => hashes.push(hash));
    navigation.getState().go({ screen: 'users' });
    navigation.getState().go({ screen: 'sign-in', portalId: 'cca', email: 'anna@example.com' });
    expect(hashes).toEqual(['#users', '#home']);
  });
});
