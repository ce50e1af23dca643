import { Text } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import classes from './outbox.module.css';

export interface TwoSidesProps {
  readonly decided: ReactNode;
  readonly meanwhile: ReactNode;
}

/** What was decided here beside what the portal has to say about it. */
export const TwoSides = ({ decided, meanwhile }: TwoSidesProps) => (
  <div className={classes['sides']}>
    <Side title="You decided">{decided}</Side>
    <Side title="Meanwhile">{meanwhile}</Side>
  </div>
);

function Side({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const heading = useId();
  return (
    <div className={classes['side']} role="group" aria-labelledby={heading}>
      <Text id={heading} size="xs" c="dimmed" fw={600}>
        {title}
      </Text>
      {children}
    </div>
  );
}
