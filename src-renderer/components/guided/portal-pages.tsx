import { Button, Group, Text } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import type { PortalDefinition } from '../../../src-shared/portals/definition.ts';
import { useProcedureMutation } from '../../lib/use-procedure.ts';
import { ErrorNotice } from '../error-notice.tsx';

/** Opens the portal's own pages in the system's browser. */
export function PortalPages({ portal }: { readonly portal: PortalDefinition }) {
  const open = useProcedureMutation('app.openLink');
  const pages = portal.links.filter(({ url }) => url.startsWith('https://'));
  return (
    <>
      <Group gap="sm">
        {pages.map(({ label, url }) => (
          <Button
            key={url}
            size="sm"
            variant="light"
            rightSection={<IconExternalLink size={16} aria-hidden />}
            onClick={() => open.mutate({ portalId: portal.id, url })}
          >
            Open {label}
          </Button>
        ))}
      </Group>
      {pages.length === 0 && (
        <Text size="sm" c="dimmed">
          Open {portal.name} in your browser as you usually do.
        </Text>
      )}
      {open.error !== null && <ErrorNotice error={open.error} />}
    </>
  );
}
