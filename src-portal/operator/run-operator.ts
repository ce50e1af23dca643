import { portals } from '../../src-shared/portals/catalogue.ts';
import { fail, type Result } from '../../src-shared/result.ts';
import type { PortalContext } from '../context.ts';
import { operatorCommands, operatorHelp } from './operator-commands.ts';
import type { OperatorCommand } from './operator-command.ts';
import { parseArguments, type OperatorArguments } from './parse-arguments.ts';
import { reportAsJson, reportAsText, type Report } from './report.ts';

/** A database that is open for one command. */
export interface OpenContext {
  readonly context: PortalContext;
  close(): Promise<void>;
}

export interface OperatorSurroundings {
  /** Opens the database, in `data` where that is given. Fails with a sentence. */
  open(data: string | null): Promise<Result<OpenContext, string>>;
  /** Readable by the operator alone. Throws where it cannot be written. */
  writeFile(path: string, content: Uint8Array): void;
  out(text: string): void;
  complain(text: string): void;
}

/** What a shell is told. */
export const exitCodes = { done: 0, refused: 1, misused: 2 } as const;

/** Runs one command line to its end and answers the exit code: 0 done, 1 could not be done, 2 not understood. */
export async function runOperator(line: readonly string[], surroundings: OperatorSurroundings): Promise<number> {
  const misused = (problem: string): number => {
    surroundings.complain(`${problem}\n\n${operatorHelp()}`);
    return exitCodes.misused;
  };
  const parsed = parseArguments(line);
  if (!parsed.ok) return misused(parsed.error);
  if (parsed.value.command === null) {
    surroundings.out(operatorHelp());
    return exitCodes.done;
  }
  const command = operatorCommands.find(({ name }) => name === parsed.value.command);
  if (command === undefined) return misused(`There is no command ${parsed.value.command}`);
  if (command.subject !== null && parsed.value.subject === null)
    return misused(`${command.name} wants ${command.subject}`);
  if (command.subject === null && parsed.value.subject !== null) return misused(`${command.name} stands alone`);

  const { out } = parsed.value;
  if (command.makes !== undefined && out === null) return misused(`${command.name} wants --out ${command.makes}`);
  if (command.makes === undefined && out !== null) return misused(`${command.name} makes no file`);

  const report = await carryOut(command, parsed.value, surroundings);
  if (!report.ok) {
    surroundings.complain(report.error);
    return exitCodes.refused;
  }
  if (report.value.file !== undefined && out !== null) surroundings.writeFile(out, report.value.file);
  surroundings.out(parsed.value.json ? reportAsJson(report.value) : reportAsText(report.value));
  return exitCodes.done;
}

async function carryOut(
  command: OperatorCommand,
  { subject, portalId, data }: OperatorArguments,
  surroundings: OperatorSurroundings,
): Promise<Result<Report, string>> {
  const named = portals.filter(({ id }) => portalId === null || id === portalId);
  if (named.length === 0)
    return fail(`There is no portal ${portalId}; there are ${portals.map(({ id }) => id).join(', ')}`);
  const opened = await surroundings.open(data);
  if (!opened.ok) return opened;
  try {
    return await command.run(opened.value.context, named, subject ?? '');
  } finally {
    await opened.value.close();
  }
}
