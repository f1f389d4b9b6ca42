import { SQL_API_VERSION } from '#src/api/sql/version.ts';
import { nameOf, type ResourceId } from '#src/model/resource-id.ts';

/** Where the registration of a machine is: it has the machine's group and name (`az sql vm create -n -g`). */
export function sqlMachineAddress(machineId: ResourceId): string {
  const group = machineId.replace(/\/providers\/.*$/i, '');
  return `${group}/providers/Microsoft.SqlVirtualMachine/sqlVirtualMachines/${nameOf(machineId)}?api-version=${SQL_API_VERSION}`;
}
