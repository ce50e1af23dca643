import { Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { formatPhone } from '../../../src-shared/domain/phone.ts';
import type { AccessRequestRow } from '../../../src-shared/ipc/people.ts';
import { formatMoment, formatQuantity } from '../../lib/format.ts';
import { fullName } from '../../components/people/person-columns.ts';
import classes from './access-requests.module.css';
import { ageText } from './request-texts.ts';

export interface EvidenceProps {
  readonly request: AccessRequestRow;
  readonly now: Date;
}

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div className={classes['fact']}>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

const Checked = ({ good, children }: { readonly good: boolean; readonly children: ReactNode }) => (
  <span className={classes['checked']} data-good={good}>
    {good ? <IconCircleCheck size={16} aria-hidden /> : <IconAlertTriangle size={16} aria-hidden />}
    <span>{children}</span>
  </span>
);

/** What the requester says, beside what the portal has checked: enough to decide without a phone call, or to see that one is needed. */
export function Evidence({ request, now }: EvidenceProps) {
  const { emailVerifiedAt, matchedOn, otherOrganizations, accountCreatedAt } = request.evidence;
  return (
    <div className={classes['evidence']}>
      <section aria-label="Requester">
        <Text component="h3" size="sm" fw={600} mb={4}>
          Requester
        </Text>
        <dl className={classes['facts']}>
          <Fact name="Name">{fullName(request)}</Fact>
          <Fact name="Email">{request.email}</Fact>
          <Fact name="Phone">{request.phone === null ? 'Not given' : formatPhone(request.phone)}</Fact>
          <Fact name="Requested">
            {formatMoment(request.requestedAt)} ({ageText(request.requestedAt, now)} ago)
          </Fact>
        </dl>
      </section>
      <section aria-label="What the portal knows">
        <Text component="h3" size="sm" fw={600} mb={4}>
          What the portal knows
        </Text>
        <dl className={classes['facts']}>
          <Fact name="Email confirmed">
            <Checked good={emailVerifiedAt !== null}>
              {emailVerifiedAt === null ? 'Not confirmed' : formatMoment(emailVerifiedAt)}
            </Checked>
          </Fact>
          <Fact name="Matched on">
            <Checked good={matchedOn.length > 0}>{matchedOn.length === 0 ? 'Nothing' : matchedOn.join(', ')}</Checked>
          </Fact>
          <Fact name="Account age">{ageText(accountCreatedAt, now)}</Fact>
          <Fact name="Other organizations">
            {otherOrganizations === 0 ? 'None' : formatQuantity(otherOrganizations, 'organization', 'organizations')}
          </Fact>
        </dl>
      </section>
    </div>
  );
}
