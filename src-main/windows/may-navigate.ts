import { isLoopback } from '../portal-url.ts';

/** Whether an address lies within one of the origins. */
export const mayNavigate = (address: string, origins: readonly string[]): boolean =>
  URL.canParse(address) && origins.includes(new URL(address).origin);

/** The origin of an address on this computer's loopback; null for any other. */
export function loopbackOrigin(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  return url.protocol === 'http:' && isLoopback(url) ? url.origin : null;
}
