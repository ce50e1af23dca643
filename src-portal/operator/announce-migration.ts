import { fail, ok } from '../../src-shared/result.ts';
import { announceMigrationAt } from '../features/migration/announce-migration.ts';
import { operatorName, type OperatorCommand } from './operator-command.ts';

/** Sends the notice of the move to multi-factor authentication and starts its days (E2). */
export const announceMigration: OperatorCommand = {
  name: 'announce-migration',
  subject: null,
  summary: 'With --portal: emails each existing user the notice of the move to MFA, once, and starts their days',
  run: async (context, portals) => {
    const [portal, ...others] = portals;
    if (portal === undefined || others.length > 0) return fail('Say with --portal which portal is meant');
    const { migration } = portal;
    if (migration === undefined) return fail(`Nobody at the ${portal.name} has to move`);
    const told = await announceMigrationAt(context, { ...portal, migration }, operatorName(portal));
    const people = told === 1 ? '1 user is' : `${String(told)} users are`;
    return ok({ message: `${people} told, with ${String(migration.days)} days to complete it`, tables: [] });
  },
};
