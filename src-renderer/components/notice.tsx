import { Alert } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** Something worth knowing that is no error. */
export const Notice = ({ title, children }: { readonly title?: string; readonly children: ReactNode }) => (
  <Alert icon={<IconInfoCircle aria-hidden />} role="status" {...(title === undefined ? {} : { title })}>
    {children}
  </Alert>
);
