import { Menu, Text } from '@mantine/core';

export interface MenuActionProps {
  readonly label: string;
  readonly onClick: () => void;
  readonly tone?: 'plain' | 'danger';
  /** Why it cannot be done now; null when it can. */
  readonly whyNot?: string | null;
}

/** An item of a row's menu. One that cannot be used stays reachable and says why. */
export const MenuAction = ({ label, onClick, tone = 'plain', whyNot = null }: MenuActionProps) =>
  whyNot === null ? (
    <Menu.Item onClick={onClick} {...(tone === 'danger' ? { c: 'var(--mantine-color-error)' } : {})}>
      {label}
    </Menu.Item>
  ) : (
    <Menu.Item aria-disabled closeMenuOnClick={false} aria-label={label} aria-description={whyNot}>
      {label}
      <Text size="xs" c="dimmed" maw={240}>
        {whyNot}
      </Text>
    </Menu.Item>
  );
