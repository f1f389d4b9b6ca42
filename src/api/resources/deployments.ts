import * as z from 'zod/mini';
import { unlessMissing } from '#src/api/arm/error.ts';
import { writeOnce } from '#src/api/arm/outcome.ts';
import { wholeList } from '#src/api/arm/paging.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { readBody, send, sendFor } from '#src/api/arm/send.ts';
import { maybe, pageOf } from '#src/api/arm/wire.ts';
import { DEPLOYMENT_API_VERSION } from '#src/api/versions.ts';
import { parsedJson } from '#src/lib/result.ts';
import { parseInstant } from '#src/lib/time.ts';
import type {
  ChangeKind,
  Deployment,
  DeploymentOperation,
  DeploymentOrder,
  DeploymentReason,
  DeploymentStatus,
  PredictedChange,
} from '#src/model/deployment.ts';
import { nameOf, resourceId, type ResourceId } from '#src/model/resource-id.ts';

/** Deployments of templates (Microsoft.Resources, 2024-03-01). */

const resourceRef = z.looseObject({ id: maybe(z.string()) });

/** A deployment as every answer has it; errors are read by {@link reasonsIn}. */
export const deploymentWire = z.looseObject({
  id: z.string(),
  name: maybe(z.string()),
  type: maybe(z.string()),
  properties: maybe(
    z.looseObject({
      provisioningState: maybe(z.string()),
      timestamp: maybe(z.string()),
      duration: maybe(z.string()),
      correlationId: maybe(z.string()),
      parameters: maybe(z.unknown()),
      outputResources: maybe(z.array(resourceRef)),
      validatedResources: maybe(z.array(resourceRef)),
      error: maybe(z.unknown()),
    }),
  ),
});
type DeploymentWire = z.infer<typeof deploymentWire>;

const deploymentPageWire = pageOf(deploymentWire);

/** What a deployment did with one resource; the last one has none. */
const deploymentOperationWire = z.looseObject({
  id: maybe(z.string()),
  operationId: z.string(),
  properties: maybe(
    z.looseObject({
      provisioningOperation: maybe(z.string()),
      provisioningState: maybe(z.string()),
      timestamp: maybe(z.string()),
      duration: maybe(z.string()),
      statusCode: maybe(z.string()),
      statusMessage: maybe(z.unknown()),
      targetResource: maybe(
        z.looseObject({
          id: maybe(z.string()),
          resourceType: maybe(z.string()),
          resourceName: maybe(z.string()),
        }),
      ),
    }),
  ),
});
type DeploymentOperationWire = z.infer<typeof deploymentOperationWire>;

const deploymentOperationPageWire = pageOf(deploymentOperationWire);

/** What a deployment would change. */
export const whatIfWire = z.looseObject({
  status: maybe(z.string()),
  error: maybe(z.unknown()),
  properties: maybe(
    z.looseObject({
      changes: maybe(
        z.array(
          z.looseObject({
            resourceId: maybe(z.string()),
            changeType: maybe(z.string()),
            before: maybe(z.unknown()),
            after: maybe(z.unknown()),
            delta: maybe(
              z.array(
                z.looseObject({
                  path: maybe(z.string()),
                  propertyChangeType: maybe(z.string()),
                  before: maybe(z.unknown()),
                  after: maybe(z.unknown()),
                }),
              ),
            ),
            unsupportedReason: maybe(z.string()),
          }),
        ),
      ),
    }),
  ),
});
type WhatIfWire = z.infer<typeof whatIfWire>;

/**
 * Reasons inside reasons: details within an error, and whole errors that are written as text into a
 * message, sometimes several deep (aftercare §1.6).
 */

/** How deep Azure nests at most; what lies deeper is shown as it is. */
const DEEPEST = 12;
/** More reasons than a person reads. */
const MOST = 50;

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** A value by a key in any letter case. */
function at(value: unknown, key: string): unknown {
  if (!isObject(value)) return undefined;
  return Object.entries(value).find(([name]) => name.toLowerCase() === key)?.[1];
}

const text = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value : null;

/** The JSON that a message is; null for a message that is a sentence. */
const jsonIn = (message: string): unknown =>
  /^\s*[{[]/.test(message) ? parsedJson(message) : null;

function reasonsAt(value: unknown, depth: number): readonly DeploymentReason[] {
  if (depth > DEEPEST || value === null || value === undefined) return [];
  if (typeof value === 'string') {
    const parsed = jsonIn(value);
    if (parsed !== null) return reasonsAt(parsed, depth + 1);
    return value.trim() === '' ? [] : [{ code: null, message: value, target: null }];
  }
  if (Array.isArray(value)) return value.flatMap((one: unknown) => reasonsAt(one, depth + 1));
  const wrapped = at(value, 'error');
  if (wrapped !== undefined && wrapped !== null) return reasonsAt(wrapped, depth + 1);
  return [...insideOf(value, depth), ...ownOf(value)];
}

/** What is within an error: its details, and its message where that is an error itself. */
function insideOf(value: object, depth: number): readonly DeploymentReason[] {
  const message = text(at(value, 'message'));
  const written = jsonIn(message ?? '');
  const details = at(value, 'details');
  return [
    ...(Array.isArray(details) ? reasonsAt(details, depth + 1) : []),
    ...reasonsAt(written, depth + 1),
  ];
}

/** An error's own words; where its message is an error in text, that one has said more. */
function ownOf(value: object): readonly DeploymentReason[] {
  const [code = null, message = null, target = null] = ['code', 'message', 'target'].map((key) =>
    text(at(value, key)),
  );
  if (jsonIn(message ?? '') !== null) return [];
  const words = message ?? code;
  return words === null ? [] : [{ code, message: words, target }];
}

/**
 * All reasons of a failure in one list, the innermost first: what really went wrong comes before what only
 * says that something did. Never throws; an error of unknown form gives no reason.
 */
export function reasonsIn(error: unknown): readonly DeploymentReason[] {
  const all = reasonsAt(error, 0);
  const keys = all.map(({ code, message, target }) => JSON.stringify([code, message, target]));
  return all.filter((_, index) => keys.indexOf(keys[index] ?? '') === index).slice(0, MOST);
}

/** What Azure Resource Manager's words for a state mean (2024-03-01, `ProvisioningState`). */
const STATUSES: Readonly<Record<string, Exclude<DeploymentStatus, { kind: 'unknown' }>['kind']>> = {
  notspecified: 'accepted',
  accepted: 'accepted',
  running: 'running',
  ready: 'running',
  creating: 'running',
  created: 'running',
  updating: 'running',
  deleting: 'running',
  deleted: 'deleted',
  canceled: 'canceled',
  cancelled: 'canceled',
  failed: 'failed',
  succeeded: 'succeeded',
};

/** A state by Azure's word for it; an unknown one is kept as it came. */
function toDeploymentStatus(word: string | null | undefined): DeploymentStatus {
  const kind = STATUSES[(word ?? '').toLowerCase()];
  return kind === undefined ? { kind: 'unknown', raw: word ?? '' } : { kind };
}

/** A deployment as the product speaks of it. */
function toDeployment({ id, name, properties }: DeploymentWire): Deployment {
  return {
    id: resourceId(id),
    name: name ?? nameOf(id),
    status: toDeploymentStatus(properties?.provisioningState),
    changedAt: parseInstant(properties?.timestamp),
    correlationId: properties?.correlationId ?? null,
    outputs: idsIn(properties?.outputResources),
    reasons: reasonsIn(properties?.error),
  };
}

/** The ids in a list of references, those without one left out. */
export const idsIn = (
  refs: readonly { readonly id?: string | null | undefined }[] | null | undefined,
) => (refs ?? []).flatMap(({ id }) => (id ? [resourceId(id)] : []));

/** What a deployment did with a resource. */
function toDeploymentOperation({
  operationId,
  properties,
}: DeploymentOperationWire): DeploymentOperation {
  const id = properties?.targetResource?.id;
  return {
    operationId,
    status: toDeploymentStatus(properties?.provisioningState),
    target:
      id === null || id === undefined
        ? null
        : {
            id: resourceId(id),
            type: properties?.targetResource?.resourceType ?? '',
            name: properties?.targetResource?.resourceName ?? nameOf(id),
          },
    changedAt: parseInstant(properties?.timestamp),
    reasons:
      properties?.provisioningState?.toLowerCase() === 'failed'
        ? reasonsIn(properties.statusMessage)
        : [],
  };
}

const CHANGES: Readonly<Record<string, ChangeKind>> = {
  create: 'created',
  delete: 'deleted',
  modify: 'changed',
  // It is written again, and whether that changes anything is open.
  deploy: 'changed',
  nochange: 'untouched',
  ignore: 'untouched',
};

/** What a deployment would change, resource by resource. */
export function toPredictedChanges({ properties }: WhatIfWire): readonly PredictedChange[] {
  return (properties?.changes ?? []).flatMap(
    ({ resourceId: id, changeType, delta, unsupportedReason }) =>
      id === null || id === undefined
        ? []
        : [
            {
              id: resourceId(id),
              kind: CHANGES[(changeType ?? '').toLowerCase()] ?? 'unknown',
              paths: (delta ?? []).flatMap(({ path }) => (path ? [path] : [])),
              unknownBecause: unsupportedReason ?? null,
            },
          ],
  );
}

/** The body of a deployment, its validation and its prediction. */
export function toDeploymentBody({ source, values }: DeploymentOrder) {
  const parameters = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, { value }]),
  );
  // The signature is a secret and never part of the address.
  const given =
    source.kind === 'link'
      ? { templateLink: { uri: source.uri, queryString: source.signature } }
      : { template: source.template };
  return { properties: { mode: 'Incremental', ...given, parameters } };
}

const PROVIDER = '/providers/Microsoft.Resources/deployments';

/** The id of a deployment to a resource group. */
export const deploymentId = (groupId: ResourceId, name: string): ResourceId =>
  resourceId(`${groupId}${PROVIDER}/${name}`);

/** The address of a deployment, or of what lies under it. */
export const deploymentAddress = (id: ResourceId, rest = ''): string =>
  `${id}${rest}?api-version=${DEPLOYMENT_API_VERSION}`;

/** Reads a deployment: `GET …/Microsoft.Resources/deployments/{name}` (2024-03-01). @throws ArmError. */
export async function getDeployment(
  arm: ArmPipelines,
  id: ResourceId,
  signal?: AbortSignal,
): Promise<Deployment> {
  const url = deploymentAddress(id);
  return toDeployment(await sendFor(arm, deploymentWire, { method: 'GET', url, signal }));
}

/** The same, or null where there is none. @throws ArmError for every other answer. */
export async function findDeployment(
  arm: ArmPipelines,
  id: ResourceId,
  signal?: AbortSignal,
): Promise<Deployment | null> {
  return unlessMissing(getDeployment(arm, id, signal));
}

/**
 * The deployments of a resource group, the newest first: `GET …/Microsoft.Resources/deployments`
 * (2024-03-01). @throws ArmError.
 */
export async function listDeployments(
  arm: ArmPipelines,
  groupId: ResourceId,
  signal?: AbortSignal,
): Promise<readonly Deployment[]> {
  const url = `${groupId}${PROVIDER}?api-version=${DEPLOYMENT_API_VERSION}`;
  return (await wholeList(arm, deploymentPageWire, url, signal)).map(toDeployment);
}

/**
 * What a deployment has done so far, resource by resource: `GET
 * …/resourcegroups/{rg}/deployments/{name}/operations` (2024-03-01; no provider in the path).
 * @throws ArmError.
 */
export async function listDeploymentOperations(
  arm: ArmPipelines,
  id: ResourceId,
  signal?: AbortSignal,
): Promise<readonly DeploymentOperation[]> {
  const url = deploymentAddress(
    resourceId(id.replace(/\/providers\/Microsoft\.Resources\//i, '/')),
    '/operations',
  );
  return (await wholeList(arm, deploymentOperationPageWire, url, signal)).map(
    toDeploymentOperation,
  );
}

/** What came of a start: Azure accepted it, it is found to be there, or the outcome is unknown. */
export type DeploymentStart =
  | { readonly kind: 'started' | 'found'; readonly deployment: Deployment }
  | { readonly kind: 'unknown' };

/**
 * Starts a deployment, once: `PUT …/Microsoft.Resources/deployments/{name}` (2024-03-01). A name must
 * be used for one attempt only: where the answer doesn't say what came of it, a deployment of that name is taken for this
 * one, and where there is none, the request may still arrive. It is followed by {@link getDeployment}.
 * @throws ArmError where it was refused and none of the name was found, with all reasons in its body.
 */
export async function createDeployment(
  arm: ArmPipelines,
  id: ResourceId,
  order: DeploymentOrder,
): Promise<DeploymentStart> {
  const request = {
    method: 'PUT',
    url: deploymentAddress(id),
    body: toDeploymentBody(order),
    starts: true,
  } as const;
  const start = await writeOnce(
    async () => ({
      kind: 'started' as const,
      deployment: toDeployment(readBody(deploymentWire, await send(arm, request))),
    }),
    () => findDeployment(arm, id),
  );
  if (start.kind === 'started') return start;
  return start.seen === 'asWanted'
    ? { kind: 'found', deployment: start.found }
    : { kind: 'unknown' };
}

/**
 * Cancels a deployment that runs: `POST …/Microsoft.Resources/deployments/{name}/cancel` (2024-03-01).
 * What it has created by then stays. @throws ArmError; `refused` by 409 when it is over.
 */
export async function cancelDeployment(arm: ArmPipelines, id: ResourceId): Promise<void> {
  await send(arm, { method: 'POST', url: deploymentAddress(id, '/cancel'), starts: true });
}
