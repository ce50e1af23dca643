import { zodResolver } from '@hookform/resolvers/zod';
import { Alert, Button, List, TextInput } from '@mantine/core';
import { useEffect, useState, type ClipboardEvent, type Ref, useImperativeHandle } from 'react';
import { useForm } from 'react-hook-form';
import { z } from '../../../lib/form-schema.ts';
import { emailSchema } from '../../../../src-shared/domain/email.ts';
import { accessOf, type Access } from '../../../../src-shared/domain/permissions.ts';
import { personNameSchema } from '../../../../src-shared/domain/text.ts';
import { fieldProblemCodeSchema } from '../../../../src-shared/errors.ts';
import type { PortalDefinition } from '../../../../src-shared/portals/definition.ts';
import { fieldText } from '../../../lib/field-texts.ts';
import { AccessPicker } from '../access-picker.tsx';
import type { ListedPerson } from '../people-view.ts';
import classes from './invite.module.css';
import { parsePeople } from './parse-people.ts';

const personSchema = z.object({ email: emailSchema, firstName: personNameSchema, lastName: personNameSchema });
type Typed = z.input<typeof personSchema>;

const nothingTyped: Typed = { email: '', firstName: '', lastName: '' };

export interface InviteFormHandle {
  /** Puts what is typed into the list. False when it has problems, which are then told beside the fields. */
  flush(): Promise<boolean>;
  /** Takes somebody into the fields. */
  load(person: ListedPerson): void;
}

export interface InviteFormProps {
  readonly ref: Ref<InviteFormHandle>;
  readonly portal: PortalDefinition;
  readonly actor: Access;
  readonly list: readonly ListedPerson[];
  /** Typed before the dialog was closed. */
  readonly typed: ListedPerson | null;
  readonly onTyped: (typed: ListedPerson) => void;
  readonly onAdd: (people: readonly ListedPerson[]) => void;
}

/** Email, First Name, Last Name, Role and Permissions of one person; pasted lines of several go straight to the list (C10). */
export function InviteForm({ ref, portal, actor, list, typed, onTyped, onAdd }: InviteFormProps) {
  const [access, setAccess] = useState<Access>({
    role: typed?.role ?? 'user',
    permissions: typed?.permissions ?? portal.defaultPermissions,
  });
  const [turn, setTurn] = useState(0);
  const [notUnderstood, setNotUnderstood] = useState<readonly string[]>([]);
  const form = useForm<Typed>({
    resolver: zodResolver(personSchema),
    defaultValues: typed ?? nothingTyped,
    shouldFocusError: true,
  });
  const { register, getValues, reset, setError, setFocus, setValue, formState } = form;

  // after each person; only then does the emptied form know its fields again
  useEffect(() => {
    setFocus('email');
  }, [setFocus, turn]);

  const withAccess = (person: Typed, { role, permissions }: Access = access): ListedPerson => ({
    ...person,
    ...accessOf(role, permissions, portal.permissions),
  });
  const remember = () => onTyped(withAccess(getValues()));

  const add = async (): Promise<boolean> => {
    let added = false;
    await form.handleSubmit((person) => {
      const checked = personSchema.parse(person);
      if (list.some(({ email }) => email === checked.email)) {
        setError('email', { message: 'duplicate' }, { shouldFocus: true });
        return;
      }
      onAdd([withAccess(checked)]);
      reset(nothingTyped);
      onTyped(withAccess(nothingTyped));
      setTurn((before) => before + 1);
      added = true;
    })();
    return added;
  };

  useImperativeHandle(ref, () => ({
    flush: async () => Object.values(getValues()).every((value) => value.trim() === '') || add(),
    load: (person) => {
      reset({ email: person.email, firstName: person.firstName, lastName: person.lastName });
      setAccess({ role: person.role, permissions: person.permissions });
      setTurn((before) => before + 1);
    },
  }));

  const paste = (event: ClipboardEvent<HTMLInputElement>) => {
    const text = event.clipboardData.getData('text');
    const { people, notUnderstood: rest } = parsePeople(text);
    if (people.length === 0 && !/[\r\n;]/u.test(text.trim())) return;
    event.preventDefault();
    setNotUnderstood(rest);
    const [only] = people.length === 1 && rest.length === 0 ? people : [];
    if (only === undefined) {
      onAdd(people.map((person) => withAccess(person)));
      return;
    }
    for (const name of ['email', 'firstName', 'lastName'] as const) setValue(name, only[name], { shouldDirty: true });
    remember();
  };

  const problemOf = (name: keyof Typed): string | undefined => {
    const message = formState.errors[name]?.message;
    if (message === 'duplicate') return 'This address is in your list already.';
    const code = fieldProblemCodeSchema.safeParse(message);
    return code.success ? fieldText(code.data) : message;
  };
  const field = (name: keyof Typed, label: string) => (
    <TextInput
      label={label}
      withAsterisk
      aria-required
      error={problemOf(name)}
      autoComplete="off"
      {...register(name, { onChange: remember })}
      onPaste={paste}
    />
  );

  return (
    <form
      noValidate
      aria-label="Person to invite"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <div className={classes['columns']}>
        <div className={classes['fields']}>
          {field('email', 'Email')}
          {field('firstName', 'First Name')}
          {field('lastName', 'Last Name')}
          <Button type="submit" variant="default">
            {portal.labels.addToList}
          </Button>
          {notUnderstood.length > 0 && (
            <Alert
              color="yellow"
              role="alert"
              title="Not added: each needs an email address, a first and a last name"
              withCloseButton
              closeButtonLabel="Close"
              onClose={() => setNotUnderstood([])}
            >
              <List size="sm">
                {notUnderstood.map((line, at) => (
                  <List.Item key={`${at} ${line}`}>{line}</List.Item>
                ))}
              </List>
            </Alert>
          )}
        </div>
        <AccessPicker
          value={access}
          onChange={(next) => {
            setAccess(next);
            onTyped(withAccess(getValues(), next));
          }}
          offered={portal.permissions}
          actor={actor}
          action="invite"
        />
      </div>
    </form>
  );
}
