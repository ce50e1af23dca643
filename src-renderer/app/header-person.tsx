import { Group } from '@mantine/core';
import { IconUserCircle } from '@tabler/icons-react';
import type { DeskAccount } from '../../src-shared/ipc/accounts.ts';
import classes from './desk-header.module.css';
import { personOf } from './ribbon/ribbon-choices.ts';

/** E7: who works here. Where the ribbon shows an account by its person already, there is no need for it. */
export const HeaderPerson = ({ desk }: { readonly desk: DeskAccount }) => (
  <Group gap={6} wrap="nowrap" className={classes['person'] ?? ''} title={`${personOf(desk)}, ${desk.account.email}`}>
    <IconUserCircle size={20} stroke={1.5} aria-hidden />
    <span className={classes['person-name']}>{personOf(desk)}</span>
  </Group>
);
