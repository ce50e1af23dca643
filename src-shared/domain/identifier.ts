import { z } from 'zod';

/** Ids of entities and commands: UUIDs of version 7 (RFC 9562), made by whoever creates the thing. */
export const idSchema = z.uuidv7({ error: 'invalid_format' });

/** A moment in UTC, ISO 8601 with milliseconds and `Z`. */
export const momentSchema = z.iso.datetime({ error: 'invalid_format' });

/** Counts an entity's changes; the first stored state is version 1. 0 stands for "not there yet". */
export const versionSchema = z.int().nonnegative();
