import type * as z from 'zod/mini';
import type { Answer } from '#src/mocks/service.ts';

/**
 * ARM's errors (azure-contract §12). A code marked G there is a guess here too: tests should read
 * the status and the words, not build on such a code alone.
 */
export function failure(
  status: number,
  code: string,
  message: string,
  headers?: Readonly<Record<string, string>>,
): Answer {
  return {
    status,
    body: { error: { code, message } },
    ...(headers === undefined ? {} : { headers }),
  };
}

/** Why the service refuses a request. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  /** What a validation recommends; missing: to change the request. */
  readonly advice?: string;
}

/** A refusal as an answer. */
export const refused = ({ status, code, message }: Refusal): Answer =>
  failure(status, code, message);

/** 400, a filter or body that is not understood (I). */
export function invalidInput(detail: string): Answer {
  return failure(
    400,
    'BMSUserErrorInvalidInput',
    `Input provided for the call is invalid. ${detail}`,
  );
}

/** 400, a restore whose values Azure refuses (code I; the text of the reason is ours, G). */
export function cloudInvalidInput(detail: string): Refusal {
  return {
    status: 400,
    code: 'CloudInvalidInputError',
    message: `Invalid input error. ${detail}`,
  };
}

/** 400, disks of a machine that is not shut down (code D, aftercare §2.2; status and text G). */
export function machineRuns(name: string): Refusal {
  return {
    status: 400,
    code: 'UserErrorVmNotShutDown',
    message: `The virtual machine ${name} is not shut down. Its disks are replaced only while it is.`,
    advice: 'Shut down the virtual machine, then validate again.',
  };
}

/**
 * 400, something of a backup item that is deleted softly: it has to be undeleted first (D). No recording has the answer:
 * its code and text are guesses (G).
 */
export function isSoftDeleted(name: string): Refusal {
  return {
    status: 400,
    code: 'UserErrorItemInSoftDeletedState',
    message: `The backup item ${name} is in soft-deleted state.`,
    advice: 'Undelete the backup item, then try again.',
  };
}

/** 400 of Resource Graph, a bad query: with details (shape D, codes G). */
export function badQuery(code: string, message: string): Answer {
  return {
    status: 400,
    body: {
      error: {
        code: 'BadRequest',
        message:
          'Please provide below info when asking for support: the request id and this message.',
        details: [{ code, message }],
      },
    },
  };
}

/** 400 of ARM's own services for a parameter that is not understood (G). */
export function invalidParameter(name: string): Answer {
  return failure(400, 'InvalidParameter', `The value of parameter ${name} is invalid.`);
}

/** 404 from ARM itself: the resource is not there (R, with its marking header). */
export function resourceNotFound(type: string, name: string, group: string): Answer {
  return failure(
    404,
    'ResourceNotFound',
    `The Resource '${type}/${name}' under resource group '${group}' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix`,
    { 'x-ms-failure-cause': 'gateway' },
  );
}

/** 404 of ARM's front door for a subscription that is not there; its code is a guess (G). */
export function subscriptionNotFound(id: string): Answer {
  return failure(404, 'SubscriptionNotFound', `The subscription '${id}' could not be found.`);
}

/** 404 for a resource group that is not there; its code is a guess (G). */
export function groupNotFound(name: string): Answer {
  return failure(404, 'ResourceGroupNotFound', `Resource group '${name}' could not be found.`);
}

/** 404 for a missing backup instance (I). */
export function itemNotFound(name: string): Answer {
  return failure(
    404,
    'BMSUserErrorDataSourceObjectNotFound',
    `Datasource ${name} was not found.\r\nCheck that the backup item is protected in this vault.`,
  );
}

const CLIENT =
  "The client 'm.okafor@contoso.com' with object id '5f0a6c1e-0000-4000-a000-000000000001'";

/** 403, naming the action and its scope in the words of real answers (I). */
export function forbidden(action: string, scope: string): Answer {
  return failure(
    403,
    'AuthorizationFailed',
    `${CLIENT} does not have authorization to perform action '${action}' over scope '${scope}' or the scope is invalid. If access was recently granted, please refresh your credentials.`,
  );
}

/** 403, the person may do the one thing and not another that it leads to (azure-contract §12, G). */
export function linkedForbidden(
  action: string,
  scope: string,
  linked: { readonly action: string; readonly scope: string },
): Refusal {
  return {
    status: 403,
    code: 'LinkedAuthorizationFailed',
    message: `${CLIENT} has permission to perform action '${action}' on scope '${scope}'; however, it does not have permission to perform action(s) '${linked.action}' on the linked scope(s) '${linked.scope}' (respectively) or the linked scope(s) are invalid.`,
  };
}

type Issue = z.core.$ZodIssue;

/** The way to the first field that is wrong; of two shapes that a body may have, in the first. */
function wayTo(issue: Issue | undefined): readonly PropertyKey[] {
  if (issue === undefined) return [];
  const inside = issue.code === 'invalid_union' ? wayTo(issue.errors[0]?.[0]) : [];
  return [...issue.path, ...inside];
}

/** 400 for a body that is not what the operation takes. */
export const notTaken = (what: string): Answer => invalidInput(`The request body is not ${what}.`);

/** 400 for a body that is not of its shape, with the name of the field (code I; the words are ours, G). */
export function wrongBody(what: string, { issues }: z.core.$ZodError): Answer {
  const way = wayTo(issues[0]).map(String).join('.');
  return invalidInput(`The request body is not ${what}${way === '' ? '' : `: ${way}`}.`);
}
