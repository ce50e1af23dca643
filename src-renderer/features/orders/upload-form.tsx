import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { parsePageSelection } from '../../../src-shared/domain/page-selection.ts';
import type { ChosenDocument } from '../../../src-shared/ipc/orders.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { deskErrorOf } from '../../lib/desk-error.ts';
import { fieldText } from '../../lib/field-texts.ts';
import { formatQuantity } from '../../lib/format.ts';
import { useProcedureMutation } from '../../lib/use-procedure.ts';
import { documentTypeTexts, formatBytes } from './order-texts.ts';
import type { OrderAccount } from './use-order-account.ts';

/** Chooses a file, then the pages that matter (E8). */
export function UploadForm({ account, orderId }: { readonly account: OrderAccount; readonly orderId: string }) {
  const { accountId, orderSearch } = account;
  const [chosen, setChosen] = useState<ChosenDocument | null>(null);
  const choose = useProcedureMutation('orders.chooseDocument', {
    onSuccess: (answer) => {
      if (answer.chosen !== null) setChosen(answer.chosen);
    },
  });
  return (
    <Stack gap="sm">
      {choose.error !== null && <ErrorNotice error={choose.error} />}
      {chosen === null && (
        <Group gap="md">
          <Button
            variant="default"
            leftSection={<IconUpload size={16} aria-hidden />}
            loading={choose.isPending}
            onClick={() => choose.mutate({ accountId })}
          >
            Choose a document
          </Button>
          <Text size="sm" c="dimmed">
            PDF, PNG, JPEG or TIFF, at most {formatBytes(orderSearch.documents.maxBytes)}
          </Text>
        </Group>
      )}
      {chosen !== null && (
        <PagesForm
          key={chosen.token}
          accountId={accountId}
          orderId={orderId}
          mostBytes={orderSearch.documents.maxBytes}
          chosen={chosen}
          onDone={() => setChosen(null)}
        />
      )}
    </Stack>
  );
}

interface PagesFormProps {
  readonly accountId: string;
  readonly orderId: string;
  /** Of what is uploaded. */
  readonly mostBytes: number;
  readonly chosen: ChosenDocument;
  readonly onDone: () => void;
}

function PagesForm({ accountId, orderId, mostBytes, chosen, onDone }: PagesFormProps) {
  const [pages, setPages] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const upload = useProcedureMutation('orders.uploadDocument', { onSuccess: onDone });
  const hasChoice = chosen.pageCount !== null && chosen.pageCount > 1;
  useEffect(() => (hasChoice ? field.current : button.current)?.focus(), [hasChoice]);

  const failure = upload.error === null ? null : deskErrorOf(upload.error);
  const refused = failure?.fields?.find(({ path }) => path === 'pages');
  const tooLarge = `The document is larger than ${formatBytes(mostBytes)}.${hasChoice ? ' Choose fewer pages.' : ''}`;
  const refusal = refused === undefined ? null : refused.code === 'too_long' ? tooLarge : fieldText(refused.code);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const selected = parsePageSelection(pages, chosen.pageCount ?? 1);
    if (hasChoice && !selected.ok) {
      setProblem(fieldText(selected.error));
      field.current?.focus();
      return;
    }
    setProblem(null);
    upload.mutate({ accountId, orderId, token: chosen.token, pages });
  };
  return (
    <form onSubmit={submit} noValidate aria-label={`Upload ${chosen.name}`}>
      <Stack gap="sm">
        <Text size="sm">
          <strong>{chosen.name}</strong>, {documentTypeTexts[chosen.type]}, {formatBytes(chosen.size)}
          {chosen.pageCount !== null && `, ${formatQuantity(chosen.pageCount, 'page', 'pages')}`}
        </Text>
        {failure !== null && refused === undefined && <ErrorNotice error={failure} />}
        {refused !== undefined && !hasChoice && (
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
            {tooLarge}
          </Text>
        )}
        {hasChoice && (
          <TextInput
            ref={field}
            label="Pages to upload"
            description={`Only those that matter for the requested service, such as 1-3, 5. The document has ${String(chosen.pageCount)}.`}
            withAsterisk
            aria-required
            w={420}
            value={pages}
            error={problem ?? refusal}
            onChange={(event) => {
              setPages(event.currentTarget.value);
              setProblem(null);
              upload.reset();
            }}
          />
        )}
        <Group gap="sm">
          <Button ref={button} type="submit" loading={upload.isPending}>
            Upload
          </Button>
          <Button variant="default" onClick={onDone}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
