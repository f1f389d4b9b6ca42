import * as z from 'zod/mini';
import { maybe } from '#src/api/arm/wire.ts';
import { text } from '#src/api/commvault/answers.ts';

/** POST of `/CreateTask` (commvault.md §2.3; R, C). A task without jobs is a schedule. */
export const createdWire = z.object({ jobIds: maybe(z.array(text)) });
