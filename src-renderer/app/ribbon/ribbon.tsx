import { Popover, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconChevronDown } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { associates } from '../../../src-shared/portals/definition.ts';
import { shownName } from '../../lib/linked-account-texts.ts';
import { useActiveAccount } from '../../lib/use-active-organization.ts';
import { personOf } from './ribbon-choices.ts';
import { RibbonPanel } from './ribbon-panel.tsx';
import classes from './ribbon.module.css';

const SignOutDialog = lazy(async () => ({
  default: (await import('../../components/sign-out-dialog.tsx')).SignOutDialog,
}));

/**
 * C9: shows which linked account the window works for, and switches to another one.
 * Ctrl+Shift+L (Command on a Mac) opens it from anywhere.
 */
export function Ribbon() {
  const [opened, setOpened] = useState(false);
  const [signingOut, setSigningOut] = useState(false);
  const active = useActiveAccount();
  useHotkeys([['mod+shift+L', () => setOpened((before) => !before)]], []);
  if (active === null) return null;
  const { desk, portal } = active;
  const linked = desk.linkedAccounts.find(({ id }) => id === desk.activeLinkedAccountId);
  const current = linked?.organization;
  // without organizations the account stands for itself
  const nameless = associates(portal) ? 'No linked account' : personOf(desk);
  const name = linked === undefined ? nameless : shownName(linked);
  const number = current?.providerId ?? desk.account.email;
  const realName = linked !== undefined && linked.nickname !== null ? `${linked.organization.name} · ` : '';
  return (
    <>
      <Popover
        opened={opened}
        onChange={setOpened}
        position="bottom-end"
        width={400}
        shadow="md"
        trapFocus
        returnFocus
        transitionProps={{ duration: 0 }}
      >
        <Popover.Target>
          <UnstyledButton
            className={classes['ribbon'] ?? ''}
            onClick={() => setOpened((before) => !before)}
            aria-keyshortcuts="Control+Shift+L Meta+Shift+L"
          >
            <span className={classes['words']}>
              <VisuallyHidden>{associates(portal) ? 'Linked account:' : 'Account:'}</VisuallyHidden>{' '}
              <span className={classes['name']}>{name}</span>{' '}
              <span className={classes['number']}>
                {current !== undefined && <VisuallyHidden>{portal.labels.providerId} </VisuallyHidden>}
                {realName}
                {number}
              </span>
            </span>
            <IconChevronDown size={18} aria-hidden />
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown p={0} className={classes['dropdown'] ?? ''}>
          <RibbonPanel
            onDone={() => setOpened(false)}
            onSignOut={() => {
              setOpened(false);
              setSigningOut(true);
            }}
          />
        </Popover.Dropdown>
      </Popover>
      <Suspense>{signingOut && <SignOutDialog desk={desk} onClose={() => setSigningOut(false)} />}</Suspense>
    </>
  );
}
