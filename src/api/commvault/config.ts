import * as z from 'zod/mini';
import { type CommServe, commServeAt } from '#src/api/commvault/home.ts';
import { fail, ok, parsedJson, type Result } from '#src/lib/result.ts';

/** What a deployment names. Tokens are no part of it: everybody can read it. */
const schema = z.strictObject({
  commServes: z.optional(
    z.array(
      z.strictObject({
        address: z.string().check(z.refine((address) => commServeAt(address) !== null)),
        commCellId: z.optional(z.int().check(z.positive())),
      }),
    ),
  ),
});

/** The CommServes in the text of a `config.json`; where it can't be used, what is wrong in it. */
export function commServesIn(text: string): Result<readonly CommServe[], readonly string[]> {
  const parsed = schema.safeParse(parsedJson(text));
  if (!parsed.success) return fail(parsed.error.issues.map(placeOf));
  const { commServes = [] } = parsed.data;
  return ok(
    commServes.flatMap(({ address, commCellId }) => commServeAt(address, commCellId) ?? []),
  );
}

/** Where an issue is; the names of keys that mean nothing are not in its path. */
function placeOf(issue: z.core.$ZodIssue): string {
  const keys = issue.code === 'unrecognized_keys' ? issue.keys : [];
  return [...issue.path, ...keys].join('.') || 'config.json';
}
