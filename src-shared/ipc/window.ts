// without schemas: read before anything else of the app is loaded

export const colorSchemes = ['auto', 'light', 'dark'] as const;

/** The screens that the navigation and the application menu open, and that a window comes back to. */
export const mainScreens = [
  'home',
  'users',
  'invitations',
  'access-requests',
  'linked-accounts',
  'user-profile',
  'outbox',
  'practice',
  'settings',
] as const;
export type MainScreen = (typeof mainScreens)[number];
