import { useEffect, useRef } from 'react';
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

/** Has a passcode emailed as soon as `wanted`, once, and another one whenever asked after the pause. */
export function useEmailedPasscode(portalId: string, signInId: string, wanted: boolean): EmailedPasscode {
  const pause = useCountdown();
  const now = useNow(1000);
  const { mutate, data, error, isPending } = useProcedureMutation('accounts.sendPasscode', {
    onSuccess: ({ resendAfterMs }) => pause.start(resendAfterMs),
  });
  const asked = useRef(false);
  useEffect(() => {
    if (!wanted || asked.current) return;
    asked.current = true;
    mutate({ portalId, signInId });
  }, [wanted, mutate, portalId, signInId]);

  const expired = data !== undefined && new Date(data.expiresAt) <= now;
  const sent = data && `We sent six digits to ${data.emailHint}. They work until ${formatTime(data.expiresAt)}.`;
  return {
    text: expired ? 'The passcode has expired. Ask for a new one.' : (sent ?? null),
    error,
    sending: isPending,
    secondsLeft: pause.secondsLeft,
    send: () => mutate({ portalId, signInId }),
  };
}
