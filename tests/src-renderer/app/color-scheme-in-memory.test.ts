import { expect, it } from 'vitest';
import { colorSchemeInMemory } from '../../../src-renderer/app/color-scheme-in-memory.ts';

it('remembers the choice for the window’s life and stores nothing', () => {
  const kept = colorSchemeInMemory();
  expect(kept.get('auto')).toBe('auto');
  kept.set('dark');
  expect(kept.get('auto')).toBe('dark');
  expect(colorSchemeInMemory().get('light')).toBe('light');
  kept.clear();
  expect(kept.get('light')).toBe('light');
  expect(localStorage).toHaveLength(0);
});
