/** The keys under which unfinished wizards are kept (drafts.ts). */
export const draftKeys = {
  registration: (portalId: string): string => `register ${portalId}`,
  link: (accountId: string): string => `link ${accountId}`,
  guidedLink: (accountId: string): string => `guided link ${accountId}`,
} as const;

/** Those of wizards that an account alone can go on with. */
export const draftKeysOfAccount = (accountId: string): readonly string[] => [
  draftKeys.link(accountId),
  draftKeys.guidedLink(accountId),
];
