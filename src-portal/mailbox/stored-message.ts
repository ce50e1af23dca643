import { z } from 'zod';

/** An email as the mailbox keeps and tells it. */
export const storedMessageSchema = z.object({
  id: z.string(),
  from: z.string(),
  to: z.array(z.string()),
  subject: z.string(),
  text: z.string(),
  /** The addresses that the text links to, in order. */
  links: z.array(z.string()),
  receivedAt: z.iso.datetime(),
});
export type StoredMessage = z.infer<typeof storedMessageSchema>;

export interface MessageStore {
  add(message: Omit<StoredMessage, 'id'>): void;
  /** The oldest first. */
  all(): readonly StoredMessage[];
  find(id: string): StoredMessage | undefined;
}

/** Keeps the newest messages in memory, at most so many. */
export function createMessageStore(most = 500): MessageStore {
  let messages: readonly StoredMessage[] = [];
  let count = 0;
  return {
    add(message) {
      count += 1;
      messages = [...messages, { ...message, id: String(count) }].slice(-most);
    },
    all: () => messages,
    find: (id) => messages.find((message) => message.id === id),
  };
}
