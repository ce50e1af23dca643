import { useEffect, useRef } from 'react';
import type { SentPasscode } from '../../../src-shared/portal-api/identity.ts';
import { formatTime } from '../../lib/format.ts';
import { useNow } from '../../lib/surroundings.tsx';
import { useCountdown } from '../../lib/use-countdown.ts';
import { useProcedureMutation } from '../../lib/use-procedure.ts';

export interface EmailedPasscode {
  /** Where the passcode went and until when it works; null while none was sent. */
  readonly text: string | null;
  readonly error: Error | null;
  readonly sending: boolean;
  /** Until another one may be sent; 0 when one may. */
  readonly secondsLeft: number;
  send(): void;
}

export interface EmailedPasscodeOptions {
  readonly portalId: string;
  readonly signInId: string;
  readonly wanted: boolean;
  /** One that has been sent already. */
  readonly sent: SentPasscode | null;
}

/** Has a passcode emailed as soon as `wanted`, once, and another one whenever asked after the pause. */
export function useEmailedPasscode({ portalId, signInId, wanted, sent }: EmailedPasscodeOptions): EmailedPasscode {
  const pause = useCountdown(sent?.resendAfterMs);
  const now = useNow(1000);
  const {
    mutate,
    data: latest,
    error,
    isPending,
  } = useProcedureMutation('accounts.sendPasscode', {
    onSuccess: ({ resendAfterMs }) => pause.start(resendAfterMs),
  });
  const asked = useRef(sent !== null);
  useEffect(() => {
    if (!wanted || asked.current) return;
    asked.current = true;
    mutate({ portalId, signInId });
  }, [wanted, mutate, portalId, signInId]);

  const data = latest ?? sent;
  const expired = data !== null && new Date(data.expiresAt) <= now;
  const told = data && `We sent six digits to ${data.emailHint}. They work until ${formatTime(data.expiresAt)}.`;
  return {
    text: expired ? 'The passcode has expired. Ask for a new one.' : told,
    error,
    sending: isPending,
    secondsLeft: pause.secondsLeft,
    send: () => mutate({ portalId, signInId }),
  };
}
