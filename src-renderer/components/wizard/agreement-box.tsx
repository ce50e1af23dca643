import { Box, Stack, Text, Title } from '@mantine/core';
import type { Agreement } from '../../../src-shared/portals/definition.ts';
import classes from './wizard.module.css';

/** The text that is agreed to; the keyboard scrolls it too. */
export const AgreementBox = ({ agreement }: { readonly agreement: Agreement }) => (
  // a scrolling region has to be reachable by keyboard (WCAG 2.1.1)
  <Box component="section" className={classes['agreement'] ?? ''} aria-label={agreement.title} tabIndex={0}>
    <Stack gap="sm">
      <Title order={3}>{agreement.title}</Title>
      {agreement.paragraphs.map((paragraph) => (
        <Text key={paragraph} size="sm">
          {paragraph}
        </Text>
      ))}
      <Text size="xs" c="dimmed">
        Revision {agreement.revision}
      </Text>
    </Stack>
  </Box>
);
