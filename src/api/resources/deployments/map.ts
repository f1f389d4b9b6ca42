import { reasonsIn } from '#src/api/resources/deployments/failure.ts';
import type {
  DeploymentOperationWire,
  DeploymentRequestWire,
  DeploymentWire,
  WhatIfWire,
} from '#src/api/resources/deployments/wire.ts';
import { parseInstant } from '#src/lib/time.ts';
import type {
  ChangeKind,
  Deployment,
  DeploymentOperation,
  DeploymentOrder,
  DeploymentStatus,
  PredictedChange,
} from '#src/model/deployment.ts';
import { nameOf, resourceId } from '#src/model/resource-id.ts';

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

const timeOf = (value: string | null | undefined) =>
  value === null || value === undefined ? null : parseInstant(value);

/** A deployment as the product speaks of it. */
export function toDeployment({ id, name, properties }: DeploymentWire): Deployment {
  return {
    id: resourceId(id),
    name: name ?? nameOf(id),
    status: toDeploymentStatus(properties?.provisioningState),
    changedAt: timeOf(properties?.timestamp),
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
export function toDeploymentOperation({
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
    changedAt: timeOf(properties?.timestamp),
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

/** The body of a deployment. */
export function toDeploymentBody({ source, values }: DeploymentOrder): DeploymentRequestWire {
  const parameters = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, { value }]),
  );
  const given =
    source.kind === 'link'
      ? { templateLink: { uri: source.uri, queryString: source.signature } }
      : { template: source.template };
  return { properties: { mode: 'Incremental', ...given, parameters } };
}
