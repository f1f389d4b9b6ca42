import type { SqlMachineWire } from '#src/api/sql.ts';
import { inside } from '#src/mocks/json.ts';
import type { PartSeed } from '#src/mocks/world/seed.ts';
import { nameOf } from '#src/model/resource-id.ts';

export const SQL_TYPE = 'Microsoft.SqlVirtualMachine/sqlVirtualMachines';

/** A SQL virtual machine as it is read (2023-10-01, S). */
export function sqlWireOf({ id, model, writeState }: PartSeed): SqlMachineWire {
  const states = { Creating: 'Provisioning', Updating: 'Updating', Failed: 'Failed' } as const;
  return {
    ...model,
    id,
    name: nameOf(id),
    type: SQL_TYPE,
    properties: {
      ...inside(model, 'properties'),
      provisioningState: writeState === undefined ? 'Succeeded' : states[writeState],
    },
  };
}

/** What a registration says, whoever made it. */
export const sqlProperties = (machineId: string, license: string) => ({
  virtualMachineResourceId: machineId,
  sqlServerLicenseType: license,
  sqlManagement: 'Full',
  leastPrivilegeMode: 'NotSet',
  enableAutomaticUpgrade: true,
});
