import { Group, Text } from '@mantine/core';
import classes from './product-mark.module.css';

/** The product's sign and name. */
export const ProductMark = () => (
  <Group gap={10} wrap="nowrap">
    <svg className={classes['mark']} viewBox="0 0 32 32" width="28" height="28" aria-hidden focusable="false">
      <rect x="1" y="1" width="30" height="30" rx="8" />
      <path d="M10 24V8h7.2a5.3 5.3 0 0 1 0 10.6H10" />
    </svg>
    <Text fw={650} size="md">
      Portal Desk
    </Text>
  </Group>
);
