import { z } from 'zod';
import { deskErrorSchema } from '../errors.ts';

/** One call from the renderer to the main process. Every answer travels as a `Result`. */
export interface Procedure<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  readonly input: Input;
  readonly output: Output;
}

export const defineProcedure = <Input extends z.ZodType, Output extends z.ZodType>(
  procedure: Procedure<Input, Output>,
): Procedure<Input, Output> => procedure;

export const nothing = z.strictObject({});
export const done = z.object({});

/** What crosses the bridge as an answer. */
export const resultSchema = <Output extends z.ZodType>(output: Output) =>
  z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value: output }),
    z.object({ ok: z.literal(false), error: deskErrorSchema }),
  ]);
