import { List, Text } from '@mantine/core';

/** D6: whom the request goes to. */
export const Administrators = ({ names }: { readonly names: readonly string[] }) =>
  names.length === 0 ? (
    <Text size="sm">The portal names no administrator of this organization.</Text>
  ) : (
    <List aria-label="Account administrators">
      {names.map((name) => (
        <List.Item key={name}>{name}</List.Item>
      ))}
    </List>
  );
