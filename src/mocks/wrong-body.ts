import type * as z from 'zod/mini';
import { invalidInput } from '#src/mocks/errors.ts';
import type { Answer } from '#src/mocks/service.ts';

type Issue = z.core.$ZodIssue;

/** The way to the first field that is wrong; of two shapes that a body may have, in the first. */
function wayTo(issue: Issue | undefined): readonly PropertyKey[] {
  if (issue === undefined) return [];
  const inside = issue.code === 'invalid_union' ? wayTo(issue.errors[0]?.[0]) : [];
  return [...issue.path, ...inside];
}

/** 400 for a body that is not of its shape, with the name of the field (code I; the words are ours, G). */
export function wrongBody(what: string, { issues }: z.core.$ZodError): Answer {
  const way = wayTo(issues[0]).map(String).join('.');
  return invalidInput(`The request body is not ${what}${way === '' ? '' : `: ${way}`}.`);
}
