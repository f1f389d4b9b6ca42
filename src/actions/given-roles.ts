import * as z from 'zod/mini';
import { storedValues } from '#src/lib/stored-values.ts';

const givenRole = z.object({
  scope: z.string(),
  principalId: z.string(),
  /** Epoch milliseconds. */
  at: z.number(),
});
/** A role for restores that this browser gave to an identity. */
export type GivenRoleRecord = z.infer<typeof givenRole>;

const stored = storedValues('given-roles', z.array(givenRole));

/** The most that are kept; the oldest go first. */
const MOST = 50;

/** The roles for restores that this browser gave, the oldest first. */
export const givenRoles = (): readonly GivenRoleRecord[] => stored.read('') ?? [];

/** Writes down that this browser gave a role. */
export function noteGivenRole(given: GivenRoleRecord): void {
  stored.write('', [...givenRoles(), given].slice(-MOST));
}
