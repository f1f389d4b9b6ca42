import { parseResourceId } from '#src/api/arm/resource-id.ts';
import { jobWireOf } from '#src/mocks/recovery-services/jobs.ts';
import { itemWireOf } from '#src/mocks/recovery-services/protected-items.ts';
import { vaultWireOf } from '#src/mocks/recovery-services/vaults.ts';
import type { Row } from '#src/mocks/resource-graph/kql/evaluate.ts';
import { findVault } from '#src/mocks/world/lookup.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';

/**
 * The tables of Resource Graph (azure-contract §1). `type` is in lower case (S); columns beyond
 * id, name, type, tenantId, location, resourceGroup, subscriptionId and properties are not verified.
 */
export function rowsOf(state: State, table: string, now: number): readonly Row[] | null {
  switch (table.toLowerCase()) {
    case 'recoveryservicesresources':
      return [...itemRows(state), ...jobRows(state, now)];
    case 'resources':
      return vaultRows(state);
    default:
      return null;
  }
}

interface Resource {
  readonly id: string;
  readonly type: string;
  readonly location: string;
  readonly properties: unknown;
}

function rowOf(state: State, { id, type, location, properties }: Resource): Row {
  const parts = parseResourceId(id);
  const subscriptionId = parts?.subscriptionId ?? '';
  const tenant = state.seed.subscriptions.find((known) =>
    sameId(known.subscriptionId, subscriptionId),
  );
  return {
    id,
    name: nameOf(id),
    type,
    tenantId: tenant?.tenantId ?? '',
    kind: '',
    location,
    resourceGroup: (parts?.resourceGroup ?? '').toLowerCase(),
    subscriptionId,
    properties,
  };
}

function itemRows(state: State): readonly Row[] {
  return state.seed.instances.map((instance) =>
    rowOf(state, {
      id: instance.id,
      type: 'microsoft.recoveryservices/vaults/backupfabrics/protectioncontainers/protecteditems',
      location: findVault(state, instance.vaultId)?.location ?? '',
      properties: itemWireOf(state, instance).properties,
    }),
  );
}

function jobRows(state: State, now: number): readonly Row[] {
  return state.jobs
    .filter(({ startedAtMs }) => startedAtMs <= now)
    .map((plan) => {
      const job = jobWireOf(plan, { state, now, isNumeric: false, isDetailed: false });
      return rowOf(state, {
        id: job.id,
        type: 'microsoft.recoveryservices/vaults/backupjobs',
        location: findVault(state, plan.vaultId)?.location ?? '',
        properties: {
          ...job.properties,
          workloadType: 'VM',
          dataSourceId: plan.machineId,
          vaultName: nameOf(plan.vaultId),
        },
      });
    });
}

function vaultRows(state: State): readonly Row[] {
  return state.seed.vaults.map((vault) => {
    const wire = vaultWireOf(vault);
    return {
      ...rowOf(state, {
        id: vault.id,
        type: 'microsoft.recoveryservices/vaults',
        location: vault.location,
        properties: wire.properties,
      }),
      sku: wire['sku'],
      identity: wire['identity'] ?? null,
    };
  });
}
