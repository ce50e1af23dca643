import { Alert, Stack, Text } from '@mantine/core';
import { IconSpeakerphone } from '@tabler/icons-react';
import type { Notice } from '../../../src-shared/portals/definition.ts';

export interface NoticeListProps {
  readonly notices: readonly Notice[];
  /** Left out for notices that cannot be dismissed. */
  readonly onDismiss?: (noticeId: string) => void;
}

export const NoticeList = ({ notices, onDismiss }: NoticeListProps) => (
  <Stack gap="sm">
    {notices.map(({ id, title, paragraphs }) => (
      <Alert
        key={id}
        role="article"
        variant="light"
        icon={<IconSpeakerphone aria-hidden />}
        title={title}
        {...(onDismiss === undefined
          ? {}
          : { withCloseButton: true, closeButtonLabel: `Dismiss: ${title}`, onClose: () => onDismiss(id) })}
      >
        <Stack gap="xs">
          {paragraphs.map((paragraph) => (
            <Text key={paragraph} size="sm">
              {paragraph}
            </Text>
          ))}
        </Stack>
      </Alert>
    ))}
  </Stack>
);
