import type { Notice } from './definition.ts';

/** Where the notices about the retired module are shown. */
export const checkOrderStatus = 'check-order-status';

/** What Carelon Medical Benefits Management tells the users of its portal, in our words (E2, E6, E7). */
export const carelonNotices: readonly Notice[] = [
  {
    id: 'mfa-reminder',
    title: 'Multi-factor authentication',
    paragraphs: [
      'Signing in takes your password and then a one-time passcode that is sent to you. New users have it from their first sign-in.',
      'It protects what you see here against stolen passwords and phishing: emails that ask for your username, password or card number are not ours.',
    ],
    from: '2024-09-20',
    shownIn: 'home',
  },
  {
    id: 'branding-change',
    title: 'ProviderPortal is now the Carelon MBM provider portal',
    paragraphs: [
      'Only the name has changed: Carelon MBM provider portal, or provider portal for short. Everything works as it did.',
      'If your office keeps documents with the former name, bring them up to date when you next have the chance.',
    ],
    from: '2024-04-01',
    shownIn: 'home',
  },
  {
    id: 'release-highlights-2024-05',
    title: 'Release highlights: April and May 2024',
    paragraphs: [
      'Order Search finds orders by ACMP# too.',
      'The home page is leaner: your name and its icons stand at the right of the header.',
      'Reset Your Password takes fewer steps.',
    ],
    from: '2024-05-01',
    shownIn: 'home',
  },
  {
    id: 'check-order-status-july',
    title: 'Check Order Status will be retired on July 1',
    paragraphs: ['Search for orders with Order Search from now on: it is quicker, and includes the letters.'],
    from: '2024-06-01',
    until: '2024-06-30',
    shownIn: checkOrderStatus,
  },
  {
    id: 'check-order-status-postponed',
    title: 'The retirement of Check Order Status is postponed to August 26',
    paragraphs: [
      'It was announced for July 1.',
      'Order Search is quicker: no health plan or solution has to be chosen first, and the letters are included.',
    ],
    from: '2024-07-01',
    until: '2024-08-25',
    shownIn: checkOrderStatus,
  },
  {
    id: 'check-order-status-retired',
    title: 'Check Order Status was retired on August 26, 2024',
    paragraphs: [
      'The retirement was first announced for July 1, and then postponed to August 26.',
      'Order Search has taken its place. It finds a member’s orders across all health plans and solutions at once, and includes the letters.',
    ],
    from: '2024-08-26',
    shownIn: checkOrderStatus,
  },
];
