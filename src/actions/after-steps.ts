import { isBeingWritten, seenOf, writeStepOf, type WriteStep } from '#src/actions/steps.ts';
import { neverSent } from '#src/api/arm/error.ts';
import { session } from '#src/api/arm/pipeline.ts';
import { patchMachine, readMachineModel } from '#src/api/compute/machine-writes.ts';
import { type MachineModelWire, putExtension, readExtension } from '#src/api/compute/machines.ts';
import { readInterface, writeInterface } from '#src/api/network/interfaces.ts';
import { judgeItem } from '#src/api/queries/step-checks.ts';
import { protectedItemId } from '#src/api/recovery-services/items.ts';
import { protectionOf, protectMachine } from '#src/api/recovery-services/protect.ts';
import { readSqlMachine, registerSqlMachine } from '#src/api/sql.ts';
import type { AccessReset } from '#src/model/machine-model.ts';
import { hasStaticAddress, withStaticAddress } from '#src/model/network.ts';
import { judgeProtection, judgeSql } from '#src/model/next-steps.ts';
import { type ResourceId, sameId } from '#src/model/resource-id.ts';

/** Backs a VM up with a policy of a vault: `PUT …/protectedItems/{item}`. */
export const protectStep = (wanted: {
  readonly vaultId: ResourceId;
  readonly machineId: ResourceId;
  readonly policyId: ResourceId;
}): WriteStep => {
  let hasSent = false;
  const itemId = protectedItemId(wanted.vaultId, wanted.machineId);
  return {
    look: async () => {
      const listed = judgeProtection(await protectionOf(session(), wanted.machineId));
      if (listed.outcome === 'done') return 'done';
      // Lists lag by minutes.
      if (!hasSent) return 'open';
      const { outcome } = await judgeItem(session(), itemId);
      return outcome === 'done' ? 'done' : 'open';
    },
    run: async () => {
      hasSent = true;
      await protectMachine(session(), wanted);
    },
  };
};

/** Gives the first address of a NIC a value that stays. The rest of the NIC is written as it was read. */
export const staticAddressStep = (nicId: ResourceId, address: string): WriteStep =>
  writeStepOf(
    async (arm) => {
      const nic = await readInterface(arm, nicId);
      if (isBeingWritten(nic)) return 'underWay';
      return nic !== null && hasStaticAddress(nic, address) ? 'done' : 'open';
    },
    async (arm) => {
      const nic = await readInterface(arm, nicId);
      if (nic === null) throw neverSent('The NIC is no longer there.');
      const condition = nic.etag ? { ifMatch: nic.etag } : {};
      return writeInterface(arm, nicId, withStaticAddress(nic, address), condition);
    },
  );

/** Sets the license type of a VM. */
export const licenseStep = (machineId: ResourceId, licenseType: string): WriteStep =>
  writeStepOf(
    async (arm) => {
      const machine = await readMachineModel(arm, machineId);
      return seenOf(machine, sameText(machine?.properties['licenseType'], licenseType));
    },
    (arm) => patchMachine(arm, machineId, { properties: { licenseType } }),
  );

/** Registers a VM as a SQL virtual machine. */
export const sqlStep = (
  machineId: ResourceId,
  wanted: { readonly region: string; readonly license: 'PAYG' | 'AHUB' },
): WriteStep =>
  writeStepOf(
    async (arm) =>
      judgeSql(await readSqlMachine(arm, machineId)).outcome === 'done' ? 'done' : 'open',
    (arm) => registerSqlMachine(arm, machineId, wanted),
  );

/**
 * Resets a password or an SSH key with the VMAccess extension. `secret`: read when it is sent, and kept nowhere
 * else; null: it is no longer known, and nothing is sent.
 */
export const accessStep = (wanted: AccessReset, secret: () => string | null): WriteStep => {
  const { machineId, region, osType, userName, runTag } = wanted;
  const isLinux = osType === 'Linux';
  const name = isLinux ? 'VMAccessForLinux' : 'VMAccessAgent';
  let hasSent = false;
  return writeStepOf(
    async (arm) => {
      const machine = await readMachineModel(arm, machineId);
      // A question for an extension that is not there is an error to a browser.
      if (!hasSent && !namesExtension(machine, name)) return 'open';
      const extension = await readExtension(arm, { machineId, name });
      if (!sameText(extension?.properties?.['forceUpdateTag'], runTag)) return 'open';
      if (isBeingWritten(extension && { properties: extension.properties ?? {} }))
        return 'underWay';
      return sameText(extension?.properties?.provisioningState, 'Succeeded') ? 'done' : 'open';
    },
    (arm) => {
      const typed = secret();
      if (typed === null) throw neverSent('The password or key isn’t kept. Enter it again.');
      hasSent = true;
      return putExtension(arm, {
        machineId,
        name,
        region,
        runTag,
        ...(isLinux
          ? {
              publisher: 'Microsoft.OSTCExtensions',
              type: name,
              version: '1.4',
              protectedSettings: { username: userName, [wanted.secret]: typed },
            }
          : {
              publisher: 'Microsoft.Compute',
              type: name,
              version: '2.0',
              settings: { UserName: userName },
              protectedSettings: { Password: typed },
            }),
      });
    },
  );
};

function namesExtension(machine: MachineModelWire | null, name: string): boolean {
  const all = machine?.['resources'];
  if (!Array.isArray(all)) return false;
  return all.some(
    (one: unknown) =>
      typeof one === 'object' &&
      one !== null &&
      'id' in one &&
      typeof one.id === 'string' &&
      sameId(one.id.split('/').at(-1), name),
  );
}

const sameText = (one: unknown, other: string): boolean =>
  typeof one === 'string' && sameId(one, other);
