import { Stack } from '@mantine/core';
import { useState } from 'react';
import { Notice } from '../../components/notice.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { usePlanAccount } from '../../lib/use-plan-account.ts';
import { PlansSection } from './plans-section.tsx';
import { ProfileSection } from './profile-section.tsx';

/** Manage Your User Profile (A11): the account's health plans, and the way to its password (E5). */
export function HealthPlansScreen() {
  const account = usePlanAccount();
  const [added, setAdded] = useState<string | null>(null);
  if (account === null) return null;
  const { firstName, lastName, username, email } = account.desk.account;
  const person = [`${firstName} ${lastName}`, ...(username === null ? [] : [username]), email].join(' · ');
  return (
    <>
      <PageHeader title={account.healthPlans.profile} description={person} />
      <Stack gap="lg">
        {added !== null && <Notice>{added} is now in your list of health plans.</Notice>}
        <PlansSection account={account} onAdded={setAdded} />
        <ProfileSection account={account} />
      </Stack>
    </>
  );
}
