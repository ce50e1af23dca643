import { Alert, List } from '@mantine/core';
import { fullName } from '../../components/people/person-columns.ts';
import { formatQuantity } from '../../lib/format.ts';
import type { BulkPlan } from './bulk-plan.ts';

const mostNames = 5;

/** Whom a decision passes over, and why. */
export const SkippedUsers = ({ skipped }: Pick<BulkPlan, 'skipped'>) =>
  skipped.length === 0 ? null : (
    <Alert color="yellow" title={`${formatQuantity(skipped.length, 'user is', 'users are')} left out`}>
      <List size="sm" spacing={2}>
        {skipped.slice(0, mostNames).map(({ user, why }) => (
          <List.Item key={user.id}>
            {fullName(user)}: {why}
          </List.Item>
        ))}
        {skipped.length > mostNames && <List.Item>and {skipped.length - mostNames} more</List.Item>}
      </List>
    </Alert>
  );
