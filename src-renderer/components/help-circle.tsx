import { ActionIcon, Popover, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';

/** The information circle beside a label: opens on click, Enter or Space, closes on Escape. */
export function HelpCircle({ about, children }: { readonly about: string; readonly children: string }) {
  const [opened, setOpened] = useState(false);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      width={320}
      position="top-start"
      withArrow
      shadow="md"
      transitionProps={{ duration: 80 }}
    >
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          size="sm"
          radius="xl"
          aria-label={`Help: ${about}`}
          onClick={() => setOpened((before) => !before)}
          onKeyDown={(event) => {
            // the focus stays on the circle, outside of the popover that would listen for it
            if (event.key === 'Escape') setOpened(false);
          }}
        >
          <IconInfoCircle size={18} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <Text size="sm" role="status">
          {children}
        </Text>
      </Popover.Dropdown>
    </Popover>
  );
}
