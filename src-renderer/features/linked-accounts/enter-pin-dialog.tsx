import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { pinSchema } from '../../../src-shared/domain/mailed-pin.ts';
import type { LinkedAccount } from '../../../src-shared/domain/organization.ts';
import { fieldProblems } from '../../../src-shared/errors.ts';
import type { Proofs, SupportLine } from '../../../src-shared/portals/definition.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { Notice } from '../../components/notice.tsx';
import { PortalAway } from '../../components/portal-away.tsx';
import { SupportLineText } from '../../components/support-line-text.tsx';
import { deskErrorOf } from '../../lib/desk-error.ts';
import { errorText } from '../../lib/error-texts.ts';
import { fieldText } from '../../lib/field-texts.ts';
import { useProcedureMutation } from '../../lib/use-procedure.ts';
import { pinText } from './pin-texts.ts';

export interface EnterPinDialogProps {
  readonly opened: boolean;
  readonly accountId: string;
  /** The linked account that waits for the PIN; null only while the dialog closes. */
  readonly linked: LinkedAccount | null;
  readonly mailedPin: Proofs['mailedPin'];
  readonly support: readonly SupportLine[];
  readonly onClose: () => void;
}

/** Enter PIN: completes an association with the PIN that came by mail, or asks for another one (D8). */
export const EnterPinDialog = ({ opened, linked, ...rest }: EnterPinDialogProps) => (
  <Modal opened={opened} onClose={rest.onClose} title={rest.mailedPin.enterPin} centered>
    {linked !== null && <PinForm linked={linked} {...rest} />}
  </Modal>
);

type PinFormProps = Omit<EnterPinDialogProps, 'opened' | 'linked'> & { readonly linked: LinkedAccount };

function PinForm({ accountId, linked, mailedPin, support, onClose }: PinFormProps) {
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const enter = useProcedureMutation('linkedAccounts.enterPin');
  const request = useProcedureMutation('linkedAccounts.requestPin');
  const refusal = enter.error === null ? null : deskErrorOf(enter.error);
  const isAboutPin = refusal?.code === 'wrong_pin' || refusal?.code === 'pin_expired';
  const beside = problem ?? (isAboutPin ? refusalText(refusal) : null);
  const failed = request.error ?? (isAboutPin ? null : enter.error);
  const named = { accountId, linkedAccountId: linked.id };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (enter.isPending) return;
    const pin = pinSchema.safeParse(typed);
    if (!pin.success) {
      setProblem(fieldText(fieldProblems(pin.error)[0]?.code ?? 'pin_format'));
      return;
    }
    request.reset();
    enter.mutate({ ...named, pin: pin.data }, { onSuccess: onClose });
  };

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <Text size="sm">
          {linked.organization.name}. {pinText(linked, mailedPin)}
        </Text>
        <TextInput
          label="PIN"
          description="Eight letters and digits, as in the letter"
          value={typed}
          error={beside}
          data-autofocus
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setProblem(null);
            if (enter.error !== null) enter.reset();
          }}
        />
        {failed !== null && <ErrorNotice error={failed} />}
        {request.isSuccess && (
          <Notice title="A new PIN is on its way">
            It comes by U.S. mail within {mailedPin.withinDays} days. The one before no longer serves.
          </Notice>
        )}
        <Stack gap={4} component="section" aria-label="No PIN at hand">
          <Group gap="xs">
            <Text size="sm">Lost it, or it no longer works?</Text>
            <Button
              size="compact-sm"
              variant="default"
              loading={request.isPending}
              onClick={() => {
                enter.reset();
                request.mutate(named);
              }}
            >
              Request a new PIN
            </Button>
          </Group>
          {support.map((line) => (
            <SupportLineText key={line.phone} line={line} />
          ))}
        </Stack>
        <PortalAway />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={enter.isPending}>
            {mailedPin.enterPin}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function refusalText(error: ReturnType<typeof deskErrorOf>): string {
  const { title, message } = errorText(error);
  return `${title}. ${message}`;
}
