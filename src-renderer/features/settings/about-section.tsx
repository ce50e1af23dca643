import { Text } from '@mantine/core';
import type { AppState } from '../../../src-shared/ipc/app.ts';
import { SettingsSection } from './settings-section.tsx';

export const AboutSection = ({ state }: { readonly state: AppState }) => (
  <SettingsSection title="About">
    <Text size="sm">Portal Desk {state.version}</Text>
    <Text size="sm" c="dimmed">
      Portal service: {state.portalUrl}
      <br />
      Keys and sign-ins are kept in the keychain of this computer; what was loaded is kept encrypted.
    </Text>
  </SettingsSection>
);
