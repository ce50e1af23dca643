import type { OrderSearchKind, OrderStatus, Solution } from '../../../src-shared/domain/order.ts';
import type { DocumentType } from '../../../src-shared/domain/order-document.ts';
import type { OrderSearch } from '../../../src-shared/portals/definition.ts';
import type { StatusTone } from '../../components/status-badge.tsx';

export const solutionTexts: Readonly<Record<Solution, string>> = {
  radiology: 'Radiology',
  cardiology: 'Cardiology',
  musculoskeletal: 'Musculoskeletal',
  sleep: 'Sleep',
  'genetic-testing': 'Genetic testing',
  'radiation-therapy': 'Radiation therapy',
};

export const orderStatusTexts: Readonly<Record<OrderStatus, { readonly label: string; readonly tone: StatusTone }>> = {
  'in-review': { label: 'In review', tone: 'waiting' },
  'documents-needed': { label: 'Documents needed', tone: 'attention' },
  approved: { label: 'Approved', tone: 'good' },
  denied: { label: 'Denied', tone: 'bad' },
  withdrawn: { label: 'Withdrawn', tone: 'neutral' },
};

/** The ways to search, with the portal's own labels. */
export const searchKinds = ({
  searchBy,
}: OrderSearch): readonly { readonly value: OrderSearchKind; readonly label: string }[] => [
  { value: 'member', label: searchBy.member },
  { value: 'order-id', label: searchBy.orderId },
  { value: 'acmp-number', label: searchBy.acmpNumber },
];

/** What is typed for each way to search. */
export const termLabel = (by: OrderSearchKind, { searchBy }: OrderSearch): string => {
  if (by === 'member') return 'Member name or number';
  return by === 'order-id' ? searchBy.orderId : searchBy.acmpNumber;
};

export const documentTypeTexts: Readonly<Record<DocumentType, string>> = {
  'application/pdf': 'PDF',
  'image/png': 'PNG image',
  'image/jpeg': 'JPEG image',
  'image/tiff': 'TIFF image',
};

const dayFormat = new Intl.DateTimeFormat('en-US', {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  timeZone: 'UTC',
});

/** `Mar 4, 2026`: a day of the calendar is the same in every time zone. */
export const formatDay = (day: string): string => dayFormat.format(new Date(`${day}T00:00:00Z`));

/** `820 bytes`, `12 KB`, `3.4 MB` */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${String(bytes)} bytes`;
  if (bytes < 1_000_000) return `${String(Math.round(bytes / 1000))} KB`;
  return `${(bytes / 1_000_000).toFixed(1).replace(/\.0$/u, '')} MB`;
}
