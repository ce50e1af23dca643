import { Group, Radio } from '@mantine/core';
import type { ProcedureInput } from '../../../src-shared/ipc/contract.ts';
import { colorSchemes } from '../../../src-shared/ipc/window.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { useProcedureMutation } from '../../lib/use-procedure.ts';
import { SettingsSection } from './settings-section.tsx';

type ColorScheme = ProcedureInput<'app.setColorScheme'>['colorScheme'];

const texts: Readonly<Record<ColorScheme, string>> = { auto: 'As the system', light: 'Light', dark: 'Dark' };

export function AppearanceSection({ chosen }: { readonly chosen: ColorScheme }) {
  const choose = useProcedureMutation('app.setColorScheme');
  return (
    <SettingsSection title="Appearance">
      <Group gap="lg" role="radiogroup" aria-label="Colors">
        {colorSchemes.map((colorScheme) => (
          <Radio
            key={colorScheme}
            name="color-scheme"
            label={texts[colorScheme]}
            checked={chosen === colorScheme}
            onChange={() => choose.mutate({ colorScheme })}
          />
        ))}
      </Group>
      {choose.error !== null && <ErrorNotice error={choose.error} />}
    </SettingsSection>
  );
}
