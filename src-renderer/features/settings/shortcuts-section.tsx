import { Group, Kbd, Stack, Text } from '@mantine/core';
import type { AppState } from '../../../src-shared/ipc/app.ts';
import { SettingsSection } from './settings-section.tsx';

interface Shortcut {
  readonly keys: readonly string[];
  readonly text: string;
}

const shortcuts = (mod: string): readonly Shortcut[] => [
  { keys: [mod, 'Shift', 'L'], text: 'Open the linked accounts' },
  { keys: ['↑', '↓', 'Enter'], text: 'Move and choose in a list' },
  { keys: ['Tab'], text: 'Go to the next field or button; the first stop skips to the content' },
  { keys: ['Esc'], text: 'Close a dialog or drop-down' },
];

export const ShortcutsSection = ({ platform }: { readonly platform: AppState['platform'] }) => (
  <SettingsSection title="Keyboard shortcuts">
    <Stack gap="xs">
      {shortcuts(platform === 'darwin' ? '⌘' : 'Ctrl').map(({ keys, text }) => (
        <Group key={text} gap="lg" wrap="nowrap">
          <Group gap={4} w={160} wrap="nowrap">
            {keys.map((key) => (
              <Kbd key={key}>{key}</Kbd>
            ))}
          </Group>
          <Text size="sm">{text}</Text>
        </Group>
      ))}
    </Stack>
  </SettingsSection>
);
