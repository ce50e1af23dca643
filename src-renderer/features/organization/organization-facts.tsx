import { Button, Paper } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { DeskLinkedAccount } from '../../../src-shared/ipc/accounts.ts';
import type { OrganizationDetails } from '../../../src-shared/portals/definition.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { WantedNote } from '../../components/wanted-note.tsx';
import { useProcedureMutation } from '../../lib/use-procedure.ts';
import { NicknameDialog } from './nickname-dialog.tsx';
import classes from './organization.module.css';

export interface OrganizationFactsProps {
  readonly accountId: string;
  readonly linked: DeskLinkedAccount;
  readonly details: OrganizationDetails;
  readonly providerIdLabel: string;
  /** False where nobody is signed in to the portal: nickname and default are kept there. */
  readonly canChange: boolean;
}

/** What the portal knows of the organization, and what its user calls it (D9). */
export function OrganizationFacts({ accountId, linked, details, providerIdLabel, canChange }: OrganizationFactsProps) {
  const [naming, setNaming] = useState(false);
  const save = useProcedureMutation('linkedAccounts.setPreferences');
  const { id: linkedAccountId, organization, nickname, isDefault } = linked;
  return (
    <Paper withBorder p="lg" mb="lg">
      <dl className={classes['facts']}>
        <Fact name={details.organizationName}>
          <b>{organization.name}</b>
        </Fact>
        <Fact name={details.default}>
          {isDefault ? 'Yes' : 'No'}
          {!isDefault && canChange && (
            <Button
              size="compact-sm"
              variant="default"
              loading={save.isPending}
              onClick={() => save.mutate({ accountId, linkedAccountId, nickname, isDefault: true })}
            >
              Make default
            </Button>
          )}
        </Fact>
        <Fact name={details.nickname}>
          {nickname !== null && <span>{nickname}</span>}
          {canChange && (
            <Button size="compact-sm" variant="default" onClick={() => setNaming(true)}>
              {details.editNickname}
            </Button>
          )}
        </Fact>
        <Fact name={details.npi}>{organization.npi ?? 'None'}</Fact>
        <Fact name={providerIdLabel}>{organization.providerId}</Fact>
      </dl>
      <WantedNote accountId={accountId} linked={linked} />
      {save.isError && <ErrorNotice error={save.error} />}
      <NicknameDialog
        opened={naming}
        onClose={() => setNaming(false)}
        accountId={accountId}
        linked={linked}
        label={details.nickname}
        title={details.editNickname}
      />
    </Paper>
  );
}

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </>
);
