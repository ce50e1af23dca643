import { Button, Group, Stack } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { NoticeList } from '../../components/notices/notice-list.tsx';
import { useNotices } from '../../components/notices/use-notices.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { useGo } from '../../lib/navigation.tsx';
import { useOrderAccount } from './use-order-account.ts';

/** The place of the module that was retired: what the portal says about it, and the way to what took its place (E6). */
export function CheckOrderStatusScreen() {
  const account = useOrderAccount();
  const go = useGo();
  const retired = account?.orderSearch.retired;
  const { notices } = useNotices(retired?.notices ?? '');
  if (account === null || retired === undefined) return null;
  return (
    <>
      <PageHeader title={retired.label} />
      <Stack gap="lg">
        <NoticeList notices={notices} />
        <Group>
          <Button leftSection={<IconSearch size={16} aria-hidden />} onClick={() => go({ screen: 'orders' })}>
            Open {account.orderSearch.label}
          </Button>
        </Group>
      </Stack>
    </>
  );
}
