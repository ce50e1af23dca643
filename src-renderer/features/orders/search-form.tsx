import { Button, Group, SegmentedControl, Stack, TextInput, VisuallyHidden } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useId, useRef, useState, type FormEvent } from 'react';
import { dateSchema } from '../../../src-shared/domain/date.ts';
import { orderQuerySchema, type OrderSearchKind } from '../../../src-shared/domain/order.ts';
import { fieldProblems, type FieldProblem } from '../../../src-shared/errors.ts';
import type { OrderSearch } from '../../../src-shared/portals/definition.ts';
import { PortalAway } from '../../components/portal-away.tsx';
import { fieldText } from '../../lib/field-texts.ts';
import { searchKinds, termLabel } from './order-texts.ts';

export interface Search {
  readonly by: OrderSearchKind;
  readonly term: string;
  readonly birthDate: string | null;
}

export interface SearchFormProps {
  readonly orderSearch: OrderSearch;
  /** What was searched for last. */
  readonly start: Search | null;
  readonly busy: boolean;
  /** What the portal has against the fields. */
  readonly refused: readonly FieldProblem[];
  readonly onSearch: (search: Search) => void;
}

const typedSchema = orderQuerySchema.pick({ by: true, term: true }).extend({ birthDate: dateSchema.nullable() });

/** E6: by member, order ID or ACMP#; no health plan and no solution is asked for. */
export function SearchForm({ orderSearch, start, busy, refused, onSearch }: SearchFormProps) {
  const [by, setBy] = useState<OrderSearchKind>(start?.by ?? 'member');
  const [term, setTerm] = useState(start?.term ?? '');
  const [birthDate, setBirthDate] = useState(start?.birthDate ?? '');
  const [own, setOwn] = useState<readonly FieldProblem[] | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const label = useId();

  const problems = own ?? refused;
  const textFor = (path: string): string | undefined => {
    const problem = problems.find((one) => one.path === path);
    return problem === undefined ? undefined : fieldText(problem.code);
  };
  const search = (event: FormEvent) => {
    event.preventDefault();
    const day = by === 'member' && birthDate !== '' ? birthDate : null;
    const typed = typedSchema.safeParse({ by, term, birthDate: day });
    setOwn(typed.success ? null : fieldProblems(typed.error));
    if (typed.success) onSearch(typed.data);
    else field.current?.focus();
  };
  return (
    <form onSubmit={search} noValidate role="search" aria-label={orderSearch.label}>
      <Stack gap="sm">
        <VisuallyHidden id={label}>Search by</VisuallyHidden>
        <SegmentedControl
          aria-labelledby={label}
          data={[...searchKinds(orderSearch)]}
          value={by}
          onChange={(value) => {
            setBy(value);
            setOwn([]);
          }}
        />
        <Group gap="sm" align="flex-start">
          <TextInput
            ref={field}
            label={termLabel(by, orderSearch)}
            {...(by === 'member' ? { description: 'The beginning of the name serves, in either order.' } : {})}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            w={360}
            value={term}
            error={textFor('term')}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => {
              setTerm(event.currentTarget.value);
              setOwn([]);
            }}
          />
          {by === 'member' && (
            <TextInput
              type="date"
              label="Birth date (optional)"
              w={200}
              value={birthDate}
              error={textFor('birthDate')}
              onChange={(event) => {
                setBirthDate(event.currentTarget.value);
                setOwn([]);
              }}
            />
          )}
          <Button type="submit" loading={busy} mt={24} leftSection={<IconSearch size={16} aria-hidden />}>
            Search
          </Button>
        </Group>
      </Stack>
      <PortalAway what="The search" />
    </form>
  );
}
