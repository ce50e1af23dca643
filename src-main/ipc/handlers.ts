import type { z } from 'zod';
import type { procedures, ProcedureName, ProcedureOutput } from '../../src-shared/ipc/contract.ts';
import { ok, type Result } from '../../src-shared/result.ts';

/** Carries out one procedure on parsed input. Expected failures are values; what it throws is a bug. */
export type Handler<Name extends ProcedureName> = (
  input: z.output<(typeof procedures)[Name]['input']>,
) => Result<ProcedureOutput<Name>> | Promise<Result<ProcedureOutput<Name>>>;

export type HandlersOf<Name extends ProcedureName> = { readonly [Each in Name]: Handler<Each> };

type NameOf<Noun extends string> = Extract<ProcedureName, `${Noun}.${string}`>;
export type AppHandlers = HandlersOf<NameOf<'app' | 'forms'>>;
export type AccountHandlers = HandlersOf<NameOf<'accounts'>>;
export type LinkedAccountHandlers = HandlersOf<NameOf<'linkedAccounts'>>;
export type HealthPlanHandlers = HandlersOf<NameOf<'healthPlans'>>;
export type OrderHandlers = HandlersOf<NameOf<'orders'>>;
export type NoticeHandlers = HandlersOf<NameOf<'notices'>>;
export type PeopleHandlers = HandlersOf<NameOf<'users' | 'invitations' | 'accessRequests'>>;
export type BillingAgencyHandlers = HandlersOf<NameOf<'billingAgencies'>>;
export type CommandHandlers = HandlersOf<NameOf<'commands'>>;
export type SyncHandlers = HandlersOf<NameOf<'sync'>>;
export type GuidedHandlers = HandlersOf<NameOf<'guided'>>;
export type DraftHandlers = HandlersOf<NameOf<'drafts'>>;
export type PracticeHandlers = HandlersOf<NameOf<'practice' | 'npiRegistry'>>;

/** Everything that needs the keychain and the cache. */
export type DeskHandlers = HandlersOf<Exclude<ProcedureName, keyof AppHandlers>>;

/** The answer of a procedure that has nothing to tell but that it was done. */
export const done = (result: Result<void>): Result<Record<string, never>> => (result.ok ? ok({}) : result);
