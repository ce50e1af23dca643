type Read = (name: string) => Promise<Buffer>;

const linked = /(?:src|href)="\.\/([^"]+)"/gu;

/**
 * Reads a page and all that it links to at once, and hands each to whoever asks first; what is asked again, or was not
 * linked, is read then.
 */
export function readAhead(read: Read, page: string): Read {
  const ahead = new Map<string, Promise<Buffer>>();
  const begin = (name: string): Promise<Buffer> => {
    const content = read(name);
    // told to whoever asks for it
    content.catch(() => undefined);
    ahead.set(name, content);
    return content;
  };
  void begin(page).then(
    (content) => {
      for (const [, name] of content.toString('utf8').matchAll(linked)) if (name !== undefined) void begin(name);
    },
    () => undefined,
  );
  return (name) => {
    const content = ahead.get(name);
    ahead.delete(name);
    return content ?? read(name);
  };
}
