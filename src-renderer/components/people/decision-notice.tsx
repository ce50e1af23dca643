import { Button, Group, Text } from '@mantine/core';
import type { OutboxItem } from '../../../src-shared/ipc/people.ts';
import { useProcedure } from '../../lib/use-procedure.ts';
import { noteText } from './command-texts.ts';

export interface DecisionNoticeProps {
  readonly organizationId: string;
  readonly commandIds: readonly string[];
  /** What was decided about whom: `Revoke User: Anna Berg`. */
  readonly told: string;
  readonly onUndo: () => void;
  /** What brings back what was, once the decision has been carried out. */
  readonly reverse?: { readonly label: string; readonly onReverse: () => void };
}

/** What has become of a decision, for as long as its notice stands; and what can still be done about it. */
export function DecisionNotice({ organizationId, commandIds, told, onUndo, reverse }: DecisionNoticeProps) {
  const list = useProcedure('commands.list', { organizationId });
  // an answer from before the decision knows nothing of it
  const items = list.isFetchedAfterMount ? list.data?.items.filter(({ id }) => commandIds.includes(id)) : undefined;
  const fate = fateOf(items, commandIds.length);
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text size="sm">
        {told}. {fate.text}
      </Text>
      {fate.name === 'waiting' && <NoticeButton label="Undo" onPress={onUndo} />}
      {fate.name === 'done' && reverse !== undefined && (
        <NoticeButton label={reverse.label} onPress={reverse.onReverse} />
      )}
    </Group>
  );
}

export const NoticeButton = ({ label, onPress }: { readonly label: string; readonly onPress: () => void }) => (
  <Button size="compact-sm" variant="default" flex="none" onClick={onPress}>
    {label}
  </Button>
);

interface Fate {
  readonly name: 'waiting' | 'sending' | 'done' | 'refused';
  readonly text: string;
}

/** `items` are those of the decision that the portal has not carried out; undefined while that is not known. */
function fateOf(items: readonly OutboxItem[] | undefined, count: number): Fate {
  const refused = items?.filter(({ state }) => state === 'refused') ?? [];
  const [first] = refused;
  if (items?.some(({ byHand }) => byHand === true) === true) {
    return { name: 'waiting', text: 'To do on the portal’s web site: see Manual steps.' };
  }
  if (items === undefined || items.some(({ state }) => state === 'waiting')) {
    return { name: 'waiting', text: 'Waiting to be sent.' };
  }
  if (items.length > refused.length) return { name: 'sending', text: 'Being sent to the portal.' };
  if (first === undefined) return { name: 'done', text: 'The portal has carried it out.' };
  const what = count === 1 ? noteText(first) : `${String(refused.length)} of ${String(count)} were refused`;
  return { name: 'refused', text: `${what}. See Waiting & attention.` };
}
