import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { paragraphOfText } from '../../src-shared/domain/text.ts';
import { fieldProblems } from '../../src-shared/errors.ts';
import { fieldText } from '../lib/field-texts.ts';
import classes from './confirm-dialog.module.css';
import { ErrorNotice } from './error-notice.tsx';

export interface ConfirmDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  /** `reason` is trimmed; null when none was asked for or given. */
  readonly onConfirm: (reason: string | null) => void;
  readonly title: string;
  /** What will happen. */
  readonly children: ReactNode;
  /** Says the act: "Revoke User", never "OK". */
  readonly confirmLabel: string;
  /** "Cancel" where nothing else is given: for acts that are a cancellation themselves. */
  readonly dismissLabel?: string;
  /** `danger` (the default) for what takes something away. */
  readonly tone?: 'danger' | 'plain';
  readonly reason?: { readonly label: string; readonly hint?: string; readonly required: boolean };
  readonly busy?: boolean;
  /** What the last try was rejected with; null or undefined when nothing is wrong. */
  readonly error?: unknown;
}

const reasonSchema = paragraphOfText(500);

/** Asks before an act that cannot be taken back lightly. The focus starts on what leaves all as it is. */
export const ConfirmDialog = (props: ConfirmDialogProps) => (
  <Modal opened={props.opened} onClose={props.onClose} title={props.title} centered>
    <ConfirmForm {...props} />
  </Modal>
);

function ConfirmForm({
  onClose,
  onConfirm,
  children,
  confirmLabel,
  dismissLabel = 'Cancel',
  tone = 'danger',
  reason,
  busy = false,
  error,
}: ConfirmDialogProps) {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const explanation = useId();

  const confirm = (event: FormEvent) => {
    event.preventDefault();
    if (reason === undefined || (!reason.required && text.trim() === '')) {
      onConfirm(null);
      return;
    }
    const parsed = reasonSchema.safeParse(text);
    if (parsed.success) onConfirm(parsed.data);
    else setProblem(fieldText(fieldProblems(parsed.error)[0]?.code ?? 'invalid_format'));
  };

  return (
    <form onSubmit={confirm} noValidate aria-describedby={explanation}>
      <Stack gap="md">
        <Text size="sm" component="div" id={explanation} className={classes['words'] ?? ''}>
          {children}
        </Text>
        {reason !== undefined && (
          <Textarea
            label={reason.label}
            description={reason.hint}
            withAsterisk={reason.required}
            rows={3}
            value={text}
            error={problem}
            onChange={(event) => {
              setText(event.currentTarget.value);
              setProblem(null);
            }}
          />
        )}
        {error !== undefined && error !== null && <ErrorNotice error={error} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose} data-autofocus>
            {dismissLabel}
          </Button>
          <Button type="submit" {...(tone === 'danger' ? { color: 'red' } : {})} loading={busy}>
            {confirmLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
