import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { errorAnswer } from '../../../../src-shared/portal-api/shapes.ts';
import { validateAnswers } from '../../../../src-shared/portals/answers.ts';
import type { Field } from '../../../../src-shared/portals/definition.ts';
import { hostPortal } from '../../../portal-answers/host-portal.ts';
import type { AnyAnswers } from '../../../portal-answers/kind-rule.ts';
import { kindRule } from '../../../portal-answers/kind-rules.ts';
import { sixthPortal } from '../../../portal-answers/sixth-portal.ts';
import {
  allWizards,
  answersWith,
  asAnswers,
  fieldOfPath,
  fieldsOf,
  showing,
  validAnswers,
  type WizardCase,
} from '../../../portal-answers/wizards.ts';
import { openPortalFixture, type PortalFixture } from '../../portal-fixture.ts';

type RouteOfWizard = readonly [name: string, path: string, wizard: WizardCase];

/** Eligibility is asked with the answers of the steps that check it alone. */
const routesOf = (wizard: WizardCase): RouteOfWizard[] => {
  const { portal } = wizard;
  if (wizard.name === 'linkAccount') return [[`${portal.id} linked-accounts`, '/linked-accounts', wizard]];
  const checked = { ...wizard, steps: wizard.steps.filter((step) => step.checksEligibility === true) };
  return [
    ...(checked.steps.length === 0 ? [] : [[`${portal.id} eligibility`, '/eligibility', checked] as const]),
    [`${portal.id} registrations`, '/registrations', wizard],
  ];
};

let portal: PortalFixture;
let hashes = 0;
let takeOut: () => void;
const tokens = new Map<string, string>();

beforeAll(async () => {
  takeOut = hostPortal(sixthPortal);
  const passwordHash = {
    passes: 1,
    // asked for by each hash: how a test sees that there was none
    get memoryKib() {
      hashes += 1;
      return 8;
    },
  };
  portal = await openPortalFixture({ passwordHash });
  for (const portalId of new Set(allWizards.map((wizard) => wizard.portal.id))) {
    const { id } = await portal.addAccount();
    await portal.context.database.updateTable('account').set({ portal_id: portalId }).where('id', '=', id).execute();
    tokens.set(portalId, (await portal.session(id)).accessToken);
  }
});
afterAll(async () => {
  takeOut();
  await portal.close();
});

const tables = ['account', 'association', 'agreement_acceptance', 'membership', 'job', 'rate_limit', 'audit'] as const;
async function countRows(): Promise<Record<string, number>> {
  const counts: Record<string, number> = { hashes };
  for (const table of tables) {
    const { count } = await portal.context.database
      .selectFrom(table)
      .select(({ fn }) => fn.countAll().as('count'))
      .executeTakeFirstOrThrow();
    counts[table] = Number(count);
  }
  return counts;
}

async function send(path: string, wizard: WizardCase, answers: AnyAnswers | string) {
  const id = portal.chance.newId();
  const reply = await portal.app.inject({
    method: 'POST',
    url: `/portals/${wizard.portal.id}${path}`,
    payload: typeof answers === 'string' ? `{"id":"${id}","answers":${answers}}` : JSON.stringify({ id, answers }),
    headers: {
      'content-type': 'application/json',
      ...(path === '/linked-accounts' ? { authorization: `Bearer ${tokens.get(wizard.portal.id) ?? ''}` } : {}),
    },
  });
  const error = errorAnswer.safeParse(reply.json()).data?.error ?? { code: null, fields: [] };
  return { status: reply.statusCode, error };
}

/** What the contract lets through to the validator; anything else a client of ours cannot even send. */
const mayTravel = (value: unknown): boolean =>
  value === undefined ||
  typeof value === 'boolean' ||
  (typeof value === 'string' && value.length <= 2000) ||
  (Array.isArray(value) && value.length <= 100 && value.every(isShort));

const isShort = (item: unknown): boolean => typeof item === 'string' && item.length <= 200;

const isHuge = (value: unknown): boolean => typeof value === 'string' && value.length > 900_000;

async function expectRefused(path: string, wizard: WizardCase, field: Field, answers: AnyAnswers, what: string) {
  const value = answers[field.id];
  const { status, error } = await send(path, wizard, answers);
  const context = `${field.id} is ${what}: ${JSON.stringify(error)}`;
  expect(status, context).toBeGreaterThanOrEqual(400);
  expect(status, context).toBeLessThan(500);
  if (isHuge(value)) expect(error.code, context).toBe('too_large');
  else expect(error.code, context).toBe('invalid_input');
  if (mayTravel(value)) {
    const said = validateAnswers(wizard.steps, asAnswers(answers), wizard.portal.passwordPolicy);
    expect(error.fields, context).toEqual(said.ok ? [] : said.error);
    expect(
      error.fields?.map(({ path: at }) => fieldOfPath(at)),
      context,
    ).toContain(field.id);
  } else if (error.code === 'invalid_input') {
    // refused at the edge, which names the field by its place in the body
    expect(`${error.fields?.[0]?.path ?? ''}.`, context).toContain(`answers.${field.id}.`);
  }
}

describe.each(allWizards.flatMap(routesOf))('%s', (_name, path, wizard) => {
  const fields = fieldsOf(wizard).map((field) => [field.id, field] as const);
  const rule = (field: Field) => kindRule(field, wizard.portal.passwordPolicy);
  let before: Record<string, number>;

  beforeEach(async () => {
    before = await countRows();
  });
  afterEach(async () => {
    expect(await countRows(), 'what is kept, counted or hashed').toEqual(before);
  });

  it.each(fields)('%s: refuses what is malformed as the desktop does, and keeps nothing', async (_id, field) => {
    const given = answersWith(wizard, 21, field);
    const { malformed, unanswered } = rule(field);
    for (const [what, value] of field.required ? [...malformed, ...unanswered] : malformed) {
      // a megabyte is refused before anybody looks where in the body it stands: once is enough
      if (isHuge(value) && field !== fieldsOf(wizard)[0]) continue;
      await expectRefused(path, wizard, field, given(value), what);
    }
  });

  it('refuses answers that are none at all, and names that reach for prototypes', async () => {
    for (const answers of [
      'null',
      '[]',
      '"x"',
      '7',
      '{"__proto__":{"email":"a@example.com"}}',
      '{"constructor":{"prototype":{}}}',
    ])
      expect(await send(path, wizard, answers), answers).toMatchObject({
        status: 400,
        error: { code: 'invalid_input' },
      });
    const crowd = Object.fromEntries(Array.from({ length: 101 }, (_, place) => [`field${String(place)}`, 'x']));
    expect(await send(path, wizard, crowd)).toMatchObject({ status: 400, error: { code: 'invalid_input' } });
  });
});

const namesOrganization = ([, , wizard]: RouteOfWizard): boolean =>
  wizard.steps.some((step) => step.checksEligibility === true);
const allRoutes = allWizards.flatMap(routesOf);

describe.each(allRoutes.filter(namesOrganization))('%s, for comparison', (_name, path, wizard) => {
  it('matches answers that are well formed, however unusual, with the directory', async () => {
    const odd = fieldsOf(wizard).flatMap((field) =>
      kindRule(field, wizard.portal.passwordPolicy)
        .odd.slice(0, 3)
        .map(([, value]) => ({ ...showing(wizard, field), [field.id]: value })),
    );
    const hashesBefore = hashes;
    for (const given of [{}, ...odd]) {
      // an hour later nobody has asked too often
      portal.chance.advance(3_600_000);
      const token = (await portal.session(await anyAccount(wizard.portal.id))).accessToken;
      tokens.set(wizard.portal.id, token);
      const answered = await send(path, wizard, validAnswers(wizard, 22, given));
      expect(answered, JSON.stringify(given)).toMatchObject({ status: 422, error: { code: 'no_match' } });
    }
    // adding the accounts hashed, so that the count can be seen to work
    expect([hashesBefore > 0, hashes]).toEqual([true, hashesBefore]);
  });
});

describe.each(allRoutes.filter((route) => !namesOrganization(route)))(
  'A2, A3, D1, D4: %s, for comparison',
  (_name, path, wizard) => {
    it('takes answers that are well formed, however unusual', async () => {
      const { database } = portal.context;
      const asked = fieldsOf(wizard).filter(({ kind }) => kind !== 'health-plans');
      const odd = asked.flatMap((field) =>
        kindRule(field, wizard.portal.passwordPolicy)
          .odd.slice(0, 3)
          .map(([, value]) => ({ ...showing(wizard, field), [field.id]: value })),
      );
      for (const given of [{}, ...odd]) {
        portal.chance.advance(3_600_000);
        const answered = await send(path, wizard, { ...validAnswers(wizard, 22, given), healthPlans: [] });
        expect(answered, JSON.stringify(given)).toMatchObject({ status: 202 });
        // room for the next one's username
        await database.deleteFrom('account').where('email_verified_at', 'is', null).execute();
      }
    });
  },
);

const anyAccount = async (portalId: string): Promise<string> =>
  (
    await portal.context.database
      .selectFrom('account')
      .select('id')
      .where('portal_id', '=', portalId)
      .executeTakeFirstOrThrow()
  ).id;
