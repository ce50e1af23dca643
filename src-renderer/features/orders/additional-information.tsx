import { Button, Group, Stack, Text, Textarea, VisuallyHidden } from '@mantine/core';
import { useEffect, useState, type FormEvent } from 'react';
import {
  additionalInformationSchema,
  countCharacters,
  isOpenOrder,
  type OrderDetail,
} from '../../../src-shared/domain/order.ts';
import { fieldProblems } from '../../../src-shared/errors.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { fieldText } from '../../lib/field-texts.ts';
import { formatCount, formatMoment } from '../../lib/format.ts';
import { useProcedureMutation } from '../../lib/use-procedure.ts';
import { OrderSection } from './order-section.tsx';
import type { OrderAccount } from './use-order-account.ts';

export interface AdditionalInformationProps {
  readonly account: OrderAccount;
  readonly detail: OrderDetail;
  readonly onSaved: () => void;
}

/** A pause in the typing after which a screen reader is told how much room is left. */
const politePauseMs = 1000;

/** What cannot be said elsewhere, with the portal's limit of characters (E8). */
export function AdditionalInformation({ account, detail, onSaved }: AdditionalInformationProps) {
  const { label, maxLength } = account.orderSearch.additionalInformation;
  const known = detail.additionalInformation;
  const [text, setText] = useState(known?.text ?? '');
  const [problem, setProblem] = useState<string | null>(null);
  const save = useProcedureMutation('orders.putAdditionalInformation', { onSuccess: onSaved });
  const length = countCharacters(text);
  const isTooLong = length > maxLength;
  const spoken = useAfterPause(
    isTooLong
      ? `${formatCount(length - maxLength)} characters too many`
      : `${formatCount(maxLength - length)} characters left`,
  );

  if (!isOpenOrder(detail.order.status)) {
    return (
      <OrderSection title={label}>
        <Text size="sm" {...(known === null ? { c: 'dimmed' } : {})} style={{ whiteSpace: 'pre-wrap' }}>
          {known === null ? 'The order is decided. Nothing was added to it.' : known.text}
        </Text>
      </OrderSection>
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const typed = additionalInformationSchema.safeParse(text);
    if (!typed.success) setProblem(fieldText(fieldProblems(typed.error)[0]?.code ?? 'invalid_format'));
    else if (countCharacters(typed.data) > maxLength) setProblem(fieldText('too_long'));
    else save.mutate({ accountId: account.accountId, orderId: detail.order.id, text: typed.data });
  };
  return (
    <OrderSection
      title={label}
      description="Type clinical information that is relevant and that the questions did not ask for."
    >
      <form onSubmit={submit} noValidate aria-label={label}>
        <Stack gap="xs">
          {save.error !== null && <ErrorNotice error={save.error} />}
          <Textarea
            aria-label={label}
            rows={5}
            value={text}
            error={problem ?? (isTooLong ? fieldText('too_long') : null)}
            onChange={(event) => {
              setText(event.currentTarget.value);
              setProblem(null);
            }}
          />
          <VisuallyHidden role="status">{spoken}</VisuallyHidden>
          <Group justify="space-between">
            <Text size="xs" c={isTooLong ? 'var(--mantine-color-error)' : 'dimmed'} aria-hidden>
              {formatCount(length)} of {formatCount(maxLength)} characters
            </Text>
            <Group gap="sm">
              {known !== null && (
                <Text size="xs" c="dimmed" role="status">
                  Saved {formatMoment(known.savedAt)}
                </Text>
              )}
              <Button type="submit" size="xs" loading={save.isPending}>
                Save
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </OrderSection>
  );
}

/** The latest text once it has stood for a moment: nobody wants to hear every keystroke counted. */
function useAfterPause(text: string): string {
  const [settled, setSettled] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), politePauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
