import { parseResourceId } from '#src/api/arm/resource-id.ts';
import { failure, forbidden, groupNotFound, linkedForbidden, refused } from '#src/mocks/errors.ts';
import { inside, objectIn } from '#src/mocks/json.ts';
import { regionNamed } from '#src/mocks/locations.ts';
import type { Answer } from '#src/mocks/service.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { groupOf, guidFrom } from '#src/mocks/world/ids.ts';
import { findGroup } from '#src/mocks/world/lookup.ts';
import type { PolicySeed } from '#src/mocks/world/place-seed.ts';
import type { ResourceWrite } from '#src/mocks/write.ts';
import { sameRegion } from '#src/model/places.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';

/** What stands against a write of whatever type; each check gives the answer, or null. */

/** A reason to refuse a request, as an answer that names the part of the body that it is about. */
export function refuse(status: number, code: string, message: string, target?: string): Answer {
  return target === undefined
    ? failure(status, code, message)
    : { status, body: { error: { code, message, target } } };
}

/** The first answer of checks that are made one after the other. */
export function firstRefusal(checks: readonly (() => Answer | null)[]): Answer | null {
  for (const check of checks) {
    const answer = check();
    if (answer !== null) return answer;
  }
  return null;
}

/** 404 without the group, 403 in one that the person may only read (azure-contract §6). */
export function judgeGroup(state: State, id: string, verb: string): Answer | null {
  const group = findGroup(state, groupOf(id));
  if (group === undefined) return groupNotFound(nameOf(groupOf(id)));
  return group.isReadOnly === true
    ? forbidden(`${parseResourceId(id)?.type ?? ''}/${verb}`, id)
    : null;
}

/** 403 where what is written uses a resource that the person may only read (azure-contract §12, G). */
export function judgeLink(
  state: State,
  id: string,
  linked: { readonly action: string; readonly scope: string },
): Answer | null {
  const type = parseResourceId(id)?.type ?? '';
  return findGroup(state, groupOf(linked.scope))?.isReadOnly === true
    ? refused(linkedForbidden(`${type}/write`, id, linked))
    : null;
}

/** A region that there is, and that a resource which is there already has. */
export function judgeRegion(
  state: State,
  { id, body }: Pick<ResourceWrite, 'id' | 'body'>,
  present: string | undefined,
): Answer | null {
  const { location } = objectIn(body);
  if (typeof location !== 'string' || location === '') {
    return failure(
      400,
      'LocationRequired',
      'The location property is required for this definition.',
    );
  }
  if (regionNamed(state.seed, location) === undefined) {
    return failure(
      400,
      'LocationNotAvailableForResourceType',
      `The provided location '${location}' is not available for resource type '${parseResourceId(id)?.type ?? ''}'.`,
    );
  }
  return present === undefined || sameRegion(present, location)
    ? null
    : failure(
        409,
        'InvalidResourceLocation',
        `The resource '${nameOf(id)}' already exists in location '${present}' in resource group '${nameOf(groupOf(id))}'. A resource with the same name cannot be created in location '${location}'. Please select a new resource name.`,
      );
}

/** 403 of a policy that forbids resources of the type where this one is (aftercare §1.6, I). */
export function judgePolicies(state: State, { id, body }: ResourceWrite): Answer | null {
  const found = (state.seed.policies ?? []).find((policy) => isForbiddenBy(policy, id, body));
  return found === undefined ? null : disallowed(found, id);
}

function isForbiddenBy({ scope, type, unlessTag }: PolicySeed, id: string, body: unknown): boolean {
  const isInScope = id.toLowerCase().startsWith(`${scope.toLowerCase()}/`);
  const isOfType = sameId(parseResourceId(id)?.type, type);
  const isAllowed = unlessTag !== undefined && Object.hasOwn(inside(body, 'tags'), unlessTag);
  return isInScope && isOfType && !isAllowed;
}

function disallowed({ name, scope }: PolicySeed, id: string): Answer {
  const definition = `/providers/Microsoft.Authorization/policyDefinitions/${guidFrom(name)}`;
  const assignment = `${scope}/providers/Microsoft.Authorization/policyAssignments/${name}`;
  const identifiers = [
    {
      policyAssignment: { name, id: assignment },
      policyDefinition: { name, id: definition },
    },
  ];
  const info = {
    policyDefinitionDisplayName: name,
    policyAssignmentDisplayName: name,
    policyDefinitionId: definition,
    policyAssignmentId: assignment,
    policyDefinitionEffect: 'deny',
  };
  return {
    status: 403,
    body: {
      error: {
        code: 'RequestDisallowedByPolicy',
        target: nameOf(id),
        message: `Resource '${nameOf(id)}' was disallowed by policy. Policy identifiers: '${JSON.stringify(identifiers)}'.`,
        additionalInfo: [{ type: 'PolicyViolation', info }],
      },
    },
  };
}

/** 412 for a writer that has read another version, or that finds what it wanted to create. */
export function judgeVersion(
  { id, ifMatch, isOnlyNew }: ResourceWrite,
  etag: string | undefined,
): Answer | null {
  if (isOnlyNew === true && etag !== undefined) {
    return failure(412, 'PreconditionFailed', `The resource ${id} already exists.`);
  }
  if (ifMatch === undefined || ifMatch === '*' || ifMatch === etag) return null;
  return failure(
    412,
    'PreconditionFailed',
    `Precondition failed. Etag provided in if-match header ${ifMatch} does not match etag ${etag ?? ''} of resource ${id}.`,
  );
}

/** Whether something is being done to a resource at a moment: another write, a start or stop, a restore. */
function isBusy(state: State, at: number, id: string): boolean {
  return (
    state.writings.some((one) => sameId(one.id, id) && one.atMs <= at && at < one.endsAt) ||
    state.powerings.some((one) => sameId(one.machineId, id) && one.atMs > at) ||
    state.reserved.some((one) => sameId(one, id))
  );
}

/** 409 of Compute for two writers on one machine (aftercare §1.6, I). */
export function judgeConflict(state: State, at: number, id: string): Answer | null {
  return isBusy(state, at, id)
    ? failure(
        409,
        'ConflictingConcurrentWriteNotAllowed',
        'The operation was interrupted by a conflicting concurrent write on the same entity. Please retry later.',
      )
    : null;
}

/** 400, something that a resource names and that is not there (general knowledge of ARM, G). */
export function missingReference(id: string, wanted: string): Answer {
  return failure(
    400,
    'InvalidResourceReference',
    `Resource ${wanted} referenced by resource ${id} was not found. Please make sure that the referenced resource exists, and that both resources are in the same region.`,
  );
}
