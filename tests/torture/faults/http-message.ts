const headEnd = Buffer.from('\r\n\r\n');

/** A whole HTTP/1.1 message, as it came. */
export interface HttpMessage {
  readonly head: string;
  readonly bytes: Buffer;
}

export const headerOf = (head: string, name: string): string | null =>
  new RegExp(`^${name}: *(.*?) *$`, 'imu').exec(head)?.[1] ?? null;

/** The bytes with another value for a header that they have. */
export function withHeader({ head, bytes }: HttpMessage, name: string, value: string): Buffer {
  const changed = head.replace(new RegExp(`^(${name}): *.*$`, 'imu'), `$1: ${value}`);
  return Buffer.concat([Buffer.from(changed, 'latin1'), bytes.subarray(head.length)]);
}

/** The message that the bytes are, null while it is not complete. Requests and answers come with a length, or without a body. */
export function messageIn(bytes: Buffer): HttpMessage | null {
  const end = bytes.indexOf(headEnd);
  if (end < 0) return null;
  const head = bytes.toString('latin1', 0, end + headEnd.length);
  const length = Number(headerOf(head, 'content-length') ?? 0);
  return bytes.length >= head.length + length ? { head, bytes } : null;
}

export function answerWith(status: string, body: object, headers: readonly string[] = []): Buffer {
  const text = JSON.stringify(body);
  return Buffer.from(
    [
      `HTTP/1.1 ${status}`,
      'content-type: application/json; charset=utf-8',
      `content-length: ${String(text.length)}`,
      'connection: close',
      ...headers,
      '',
      text,
    ].join('\r\n'),
    'latin1',
  );
}
