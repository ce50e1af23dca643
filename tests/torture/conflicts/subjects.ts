import type { Cache } from '../../../src-main/cache/cache.ts';
import type { Intent } from '../../../src-shared/domain/command.ts';

/** Something that two administrators decide about at once. */
export interface Subject {
  /** Its record's id; empty where there is none yet. */
  readonly id: string;
  /** With a billing agency: its own id. */
  readonly agencyId?: string;
  /** With an invitation: the link in the newest email about it. */
  readonly link?: () => string;
  /** How it stands, in a few words, as the service's tables tell. */
  state(): Promise<string>;
  /** The version that the service has, and the one that a desk shows. */
  versions(cache: Cache): Promise<{ readonly service: number | null; readonly desk: number | null }>;
}

/** One thing that can be decided about a subject. */
export interface Choice {
  readonly name: string;
  readonly by: { readonly intent: (subject: Subject, newId: () => string) => Intent } | { readonly invited: true };
}

export interface SubjectType {
  readonly title: string;
  readonly choices: readonly Choice[];
  add(): Promise<Subject>;
}

/** A page of a desk's rows, whatever they are, as far as it shows everything about one organization. */
export const wholePage = (organizationId: string, search: string) => ({
  organizationId,
  search,
  after: null,
  skip: 0,
  limit: 200,
});
