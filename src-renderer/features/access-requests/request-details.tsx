import { Alert, Button, Divider, Group, Kbd, Stack, Text, Title } from '@mantine/core';
import type { Access } from '../../../src-shared/domain/permissions.ts';
import type { AccessRequestRow } from '../../../src-shared/ipc/people.ts';
import type { PortalDefinition } from '../../../src-shared/portals/definition.ts';
import { AccessPicker } from '../../components/people/access-picker.tsx';
import { foremost, pendingText, refusalText } from '../../components/people/command-texts.ts';
import { fullName } from '../../components/people/person-columns.ts';
import { permissionList } from '../../lib/access-texts.ts';
import { StatusBadge } from '../../components/status-badge.tsx';
import classes from './access-requests.module.css';
import { DenyForm } from './deny-form.tsx';
import { Evidence } from './evidence.tsx';
import { isOpen, whyNotDecide } from './request-rules.ts';
import { decisionText, statusTexts, statusTones } from './request-texts.ts';

export interface RequestDetailsProps {
  readonly request: AccessRequestRow;
  readonly portal: PortalDefinition;
  readonly actor: Access;
  readonly now: Date;
  /** Why nobody can be approved yet; null when they can (D2). */
  readonly tooEarly: string | null;
  /** What an approval would give. */
  readonly access: Access;
  readonly onAccess: (access: Access) => void;
  readonly denying: boolean;
  readonly onDenying: (denying: boolean) => void;
  readonly onApprove: () => void;
  readonly onDeny: (reason: string) => void;
  readonly onUndo: (commandId: string) => void;
  readonly onDismiss: (commandId: string) => void;
}

/** One request: who asks, what the portal knows, and the decision. */
export function RequestDetails(props: RequestDetailsProps) {
  const { request, portal, actor, now, access, onAccess, denying, onUndo, onDismiss } = props;
  const mayDecide = isOpen(request) && whyNotDecide(actor) === null;
  const command = foremost(request.pending);
  const decided = decisionText(request);
  return (
    <section className={classes['details']} aria-label={`Request of ${fullName(request)}`}>
      <div className={classes['words']}>
        <Stack gap="md">
          <Group justify="space-between">
            <Title order={2} size="h3">
              {fullName(request)}
            </Title>
            <StatusBadge tone={statusTones[request.status]}>{statusTexts[request.status]}</StatusBadge>
          </Group>
          {command !== null && (
            <Alert
              color={command.state === 'refused' ? 'red' : 'blue'}
              role={command.state === 'refused' ? 'alert' : 'status'}
              title={pendingText(command)}
            >
              {command.state === 'refused' && <Text size="sm">{refusalText(command.error)}</Text>}
              {command.state !== 'sending' && (
                <Button
                  mt="xs"
                  size="compact-sm"
                  variant="default"
                  onClick={() => (command.state === 'refused' ? onDismiss : onUndo)(command.id)}
                >
                  {command.state === 'refused' ? 'Dismiss' : 'Undo'}
                </Button>
              )}
            </Alert>
          )}
          <Evidence request={request} now={now} />
          {decided !== null && (
            <Stack gap={4}>
              <Text size="sm" fw={600}>
                {decided}
              </Text>
              {request.reason !== null && <Text size="sm">Reason: {request.reason}</Text>}
            </Stack>
          )}
          {mayDecide && !denying && (
            <>
              <Divider />
              <AccessPicker
                value={access}
                onChange={onAccess}
                offered={portal.permissions}
                actor={actor}
                action="decide-request"
              />
            </>
          )}
        </Stack>
      </div>
      {isOpen(request) && (
        <div className={classes['decision']}>
          <Decision {...props} />
        </div>
      )}
    </section>
  );
}

function Decision({ actor, access, tooEarly, denying, onDenying, onApprove, onDeny }: RequestDetailsProps) {
  const whyNot = whyNotDecide(actor);
  if (whyNot !== null) return <Text size="sm">{whyNot}</Text>;
  if (denying) return <DenyForm onDeny={onDeny} onCancel={() => onDenying(false)} />;
  return (
    <Group justify="flex-end" gap="sm" wrap="nowrap">
      <Text size="xs" c="dimmed" flex={1}>
        {tooEarly ??
          (access.role === 'administrator' ? 'Gets every permission' : `Gets: ${permissionList(access.permissions)}`)}
      </Text>
      <Button
        flex="none"
        variant="default"
        c="var(--mantine-color-error)"
        aria-keyshortcuts="D"
        onClick={() => onDenying(true)}
        rightSection={<Key>D</Key>}
      >
        Deny
      </Button>
      <Button
        flex="none"
        aria-keyshortcuts="A"
        onClick={onApprove}
        rightSection={<Key>A</Key>}
        {...(tooEarly === null ? {} : { 'data-disabled': true, 'aria-disabled': true, 'aria-description': tooEarly })}
      >
        {access.role === 'administrator' ? 'Approve as Administrator' : 'Approve'}
      </Button>
    </Group>
  );
}

const Key = ({ children }: { readonly children: string }) => (
  <Kbd size="xs" aria-hidden>
    {children}
  </Kbd>
);
