import { Checkbox, Radio, Stack, Text } from '@mantine/core';
import {
  mayAct,
  roles,
  type Access,
  type PeopleAction,
  type Permission,
  type Role,
} from '../../../src-shared/domain/permissions.ts';
import { permissionHints, permissionTexts, roleTexts } from '../../lib/access-texts.ts';
import classes from './access-picker.module.css';

export interface AccessPickerProps {
  readonly value: Access;
  readonly onChange: (access: Access) => void;
  /** The permissions that the portal knows. */
  readonly offered: readonly Permission[];
  /** Who grants, and by which act: what they may not grant is disabled and says why. */
  readonly actor: Access;
  readonly action: PeopleAction;
  /** Why the person cannot become an ordinary user; null when they can. */
  readonly whyNotUser?: string | null;
}

const roleHints: Readonly<Record<Role, string>> = {
  administrator: 'Has every permission, and decides who else is an administrator',
  user: 'Has the permissions that are ticked below',
};

const onlyAdministrators = 'Only an administrator can grant this';

/** Role and permissions of one person, or of several at once. */
export function AccessPicker({ value, onChange, offered, actor, action, whyNotUser = null }: AccessPickerProps) {
  const whyNotRole = (role: Role): string | null =>
    role === 'administrator'
      ? mayAct(actor, action, undefined, { role, permissions: offered })
        ? null
        : onlyAdministrators
      : whyNotUser;
  const mayGrant = (permission: Permission) =>
    mayAct(actor, action, undefined, { role: 'user', permissions: [permission] });
  const everything = value.role === 'administrator';
  return (
    <Stack gap="md">
      <Radio.Group
        label="Role"
        value={value.role}
        onChange={(role) => onChange({ ...value, role: role === 'administrator' ? 'administrator' : 'user' })}
      >
        <div className={classes['choices']}>
          {roles.toReversed().map((role) => {
            const whyNot = whyNotRole(role);
            return (
              <Radio
                key={role}
                value={role}
                label={roleTexts[role]}
                description={whyNot ?? roleHints[role]}
                disabled={whyNot !== null}
              />
            );
          })}
        </div>
      </Radio.Group>
      <Checkbox.Group
        label="Permissions"
        value={everything ? [...offered] : [...value.permissions]}
        onChange={(ticked) =>
          onChange({ ...value, permissions: offered.filter((permission) => ticked.includes(permission)) })
        }
      >
        {everything && (
          <Text size="xs" c="dimmed">
            Administrators have every permission.
          </Text>
        )}
        <div className={classes['choices']}>
          {offered.map((permission) => (
            <Checkbox
              key={permission}
              value={permission}
              label={permissionTexts[permission]}
              description={mayGrant(permission) ? permissionHints[permission] : onlyAdministrators}
              disabled={everything || !mayGrant(permission)}
            />
          ))}
        </div>
      </Checkbox.Group>
    </Stack>
  );
}
