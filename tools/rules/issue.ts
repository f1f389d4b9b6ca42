import type * as z from 'zod/mini';

/** Where something is wrong, and what. */
export interface Problem {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

type Issue = z.core.$ZodIssue;

/** An issue in words, one sentence for each thing that is wrong. */
export function sentenceOf(issue: Issue): Problem[] {
  const path = issue.path.filter((part) => typeof part !== 'symbol');
  const name = path.slice(1).join('.');
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: [...path, key],
        message: `${[...path.slice(1), key].join('.')} is not a key of this form.`,
      }));
    case 'invalid_value':
      return [{ path, message: `${name} ${notAmong(issue)}` }];
    case 'invalid_type':
      return [
        { path, message: `${name === '' ? 'It' : name} must be ${article(issue.expected)}.` },
      ];
    default:
      return [{ path, message: `${name}: ${issue.message}` }];
  }
}

/** Maximum number of values that a message lists; of more, it says only that it is none of them. */
const FEW = 8;

function notAmong({ values, input }: z.core.$ZodIssueInvalidValue): string {
  const given = `is ${JSON.stringify(input) ?? 'missing'}`;
  return values.length <= FEW
    ? `${given}, and must be one of ${values.map(String).join(', ')}.`
    : `${given}, which is not known here.`;
}

/** The words of a type that a form asks for. */
function article(type: string): string {
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
}
