import { Box, Stack, Text, Title } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { Agreement } from '../../../src-shared/portals/definition.ts';
import classes from './wizard.module.css';

export interface AgreementBoxProps {
  readonly agreement: Agreement;
  /** The end of the text is in sight: scrolled to, or because all of it fits (D4). */
  readonly onEnd?: () => void;
  /** 2 right under the screen's title. Default 3. */
  readonly headingOrder?: 2 | 3;
}

/** Zoomed screens scroll by fractions of a pixel. */
const almostPx = 2;

/** The text that is agreed to; the keyboard scrolls it too. */
export function AgreementBox({ agreement, onEnd, headingOrder = 3 }: AgreementBoxProps) {
  const box = useRef<HTMLElement>(null);
  const ended = useRef(onEnd);
  useEffect(() => {
    ended.current = onEnd;
  });
  useEffect(() => {
    const text = box.current;
    if (text === null) return undefined;
    const look = () => {
      if (text.scrollTop + text.clientHeight >= text.scrollHeight - almostPx) ended.current?.();
    };
    look();
    const resized = new ResizeObserver(look);
    resized.observe(text);
    text.addEventListener('scroll', look, { passive: true });
    return () => {
      resized.disconnect();
      text.removeEventListener('scroll', look);
    };
  }, []);
  return (
    // a scrolling region has to be reachable by keyboard (WCAG 2.1.1)
    <Box component="section" className={classes['agreement'] ?? ''} aria-label={agreement.title} tabIndex={0} ref={box}>
      <Stack gap="sm">
        <Title order={headingOrder} size="h3">
          {agreement.title}
        </Title>
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
}
