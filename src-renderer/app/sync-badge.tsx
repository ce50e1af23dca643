import { Progress, UnstyledButton, VisuallyHidden } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCloudCheck,
  IconCloudOff,
  IconClockHour4,
  IconLock,
  IconPencil,
  IconRefresh,
} from '@tabler/icons-react';
import type { SyncState } from '../../src-shared/ipc/sync.ts';
import { assertNever } from '../../src-shared/result.ts';
import { formatCount, formatRecent, formatWait } from '../lib/format.ts';
import { useGo, type DeskPlace } from '../lib/navigation.tsx';
import { useNow } from '../lib/surroundings.tsx';
import { useProcedure } from '../lib/use-procedure.ts';
import classes from './sync-badge.module.css';

/** How fresh the desk is and what still waits; opens the list of what waits and needs attention. */
export interface SyncBadgeProps {
  readonly accountId: string;
  /** There is no service: nothing is fresh or stale. */
  readonly isGuided?: boolean;
  /** False where nothing waits or needs attention, because there are no people to decide about. Default true. */
  readonly hasOrganizations?: boolean;
}

export function SyncBadge({ accountId, isGuided = false, hasOrganizations = true }: SyncBadgeProps) {
  const { data } = useProcedure('sync.state', { accountId });
  const now = useNow(30_000);
  const go = useGo();
  if (data === undefined) return null;
  const phase = isGuided ? 'Kept by hand' : phaseText(data, now, hasOrganizations);
  const rate = rateText(data.progress);
  const [screen, name] = opens(isGuided, hasOrganizations);
  return (
    <div>
      <UnstyledButton
        className={classes['badge'] ?? ''}
        onClick={() => go({ screen })}
        data-phase={data.phase}
        title={`Open ${name}`}
      >
        {isGuided ? <IconPencil size={18} aria-hidden /> : iconOf(data)}
        <span>{phase}</span>
        {rate !== null && <span className={classes['rate']}>{rate}</span>}
        {data.waiting > 0 && (
          <span className={classes['part']}>
            <IconClockHour4 size={16} aria-hidden /> {formatCount(data.waiting)} {isGuided ? 'to do' : 'waiting'}
          </span>
        )}
        {data.needsAttention > 0 && (
          <span className={classes['part']} data-attention>
            <IconAlertTriangle size={16} aria-hidden /> {formatCount(data.needsAttention)}{' '}
            {data.needsAttention === 1 ? 'needs' : 'need'} attention
          </span>
        )}
      </UnstyledButton>
      {data.progress !== null && data.progress.total > 0 && (
        <Progress.Root size={3}>
          <Progress.Section
            value={(100 * data.progress.loaded) / data.progress.total}
            withAria={false}
            role="progressbar"
            aria-label="Loaded so far"
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={Math.round((100 * data.progress.loaded) / data.progress.total)}
            aria-valuetext={[phase, rate].filter((part) => part !== null).join(', ')}
          />
        </Progress.Root>
      )}
      <VisuallyHidden role="status">{announcement(data)}</VisuallyHidden>
    </div>
  );
}

function opens(isGuided: boolean, hasOrganizations: boolean): [DeskPlace['screen'], string] {
  if (isGuided) return ['manual-steps', 'Manual steps'];
  return hasOrganizations ? ['outbox', 'Waiting & attention'] : ['home', 'Home'];
}

function phaseText(state: SyncState, now: Date, hasOrganizations: boolean): string {
  const asOf = state.lastSyncedAt === null ? '' : `as of ${formatRecent(state.lastSyncedAt, now)}`;
  switch (state.phase) {
    case 'idle':
      if (!hasOrganizations) return 'Up to date';
      return asOf === '' ? 'Online' : `Up to date, ${asOf}`;
    case 'loading':
      return state.progress === null
        ? 'Loading'
        : `Loading ${formatCount(state.progress.loaded)} of ${formatCount(state.progress.total)}`;
    case 'syncing':
      return 'Syncing';
    case 'offline':
      return asOf === '' ? 'Offline' : `Offline, ${asOf}`;
    case 'signed-out':
      return asOf === '' ? 'Signed out' : `Signed out, ${asOf}`;
    default:
      return assertNever(state.phase);
  }
}

function iconOf(state: SyncState) {
  switch (state.phase) {
    case 'idle':
      return <IconCloudCheck size={18} aria-hidden />;
    case 'loading':
    case 'syncing':
      return <IconRefresh size={18} aria-hidden />;
    case 'offline':
      return <IconCloudOff size={18} aria-hidden />;
    case 'signed-out':
      return <IconLock size={18} aria-hidden />;
    default:
      return assertNever(state.phase);
  }
}

/** `9,200 rows a second, 8 seconds left`; null until it is known. */
function rateText(progress: SyncState['progress']): string | null {
  if (progress === null || progress.rowsPerSecond === null || progress.rowsPerSecond === 0) return null;
  const { loaded, total, rowsPerSecond } = progress;
  const speed = `${formatCount(rowsPerSecond)} rows a second`;
  return total > loaded ? `${speed}, ${formatWait((1000 * (total - loaded)) / rowsPerSecond)} left` : speed;
}

/**
 * Only what a person would want to be told unasked: that the line went down, that something was refused, or, at each
 * quarter, how far a first load is.
 */
function announcement({ phase, needsAttention, progress }: SyncState): string {
  if (phase === 'loading' && progress !== null && progress.total > 0) {
    const quarters = Math.floor((4 * progress.loaded) / progress.total);
    return `Loading ${formatCount(progress.total)} rows: ${String(25 * quarters)} percent`;
  }
  if (needsAttention > 0) return `${formatCount(needsAttention)} of your changes need attention`;
  return phase === 'offline' ? 'You are offline' : '';
}
