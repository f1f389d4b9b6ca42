import type { ActionPlan, GuardedAction } from '#src/actions/action.ts';
import { revokeStep } from '#src/actions/roles.ts';
import {
  type WriteStep,
  isBeingWritten,
  seenOf,
  telling,
  writeStepOf,
} from '#src/actions/steps.ts';
import { parseResourceId } from '#src/api/arm/resource-id.ts';
import {
  type StepOrder,
  stepActionId,
  subjectOf,
} from '#src/datasources/azure-vm/next-steps/stored-orders.ts';
import { type Command, type CommandPart, azCommand } from '#src/lib/command.ts';
import { onNewVisit } from '#src/lib/page-state.ts';
import { type ResourceId, nameOf, sameId } from '#src/model/resource-id.ts';
import { stepActions } from '#src/strings/next-steps.ts';
import { neverSent } from '#src/api/arm/error.ts';
import { session } from '#src/api/arm/pipeline.ts';
import { patchMachine, readMachineModel } from '#src/api/compute/machine-writes.ts';
import { type MachineModelWire, putExtension, readExtension } from '#src/api/compute/machines.ts';
import { readInterface, writeInterface } from '#src/api/network.ts';
import { judgeItem } from '#src/api/queries/step-checks.ts';
import { protectedItemId } from '#src/api/recovery-services/items.ts';
import { protectMachine, protectionOf } from '#src/api/recovery-services/protect.ts';
import { readSqlMachine, registerSqlMachine } from '#src/api/sql.ts';
import type { AccessReset } from '#src/model/machine-model.ts';
import { hasStaticAddress, withStaticAddress } from '#src/model/network.ts';
import { judgeProtection, judgeSql } from '#src/model/next-steps.ts';

interface OrderParts {
  readonly sentence: string;
  readonly plan: Partial<ActionPlan>;
  readonly writes: readonly WriteStep[];
  /** Of the writes; left out: the sentence of the action. */
  readonly titles?: readonly string[];
  /** The same in the Azure CLI (Microsoft Learn, reference of `az`; aftercare §2.2). It never has a secret. */
  readonly command: Command;
}

const { sentence, line } = stepActions;

/** What an order says, changes, sends and is as a command. */
export function stepOrderParts(wanted: StepOrder): OrderParts {
  const name = nameOf(subjectOf(wanted));
  const untouched = [line.content(name)];
  switch (wanted.kind) {
    case 'protect':
      return {
        sentence: sentence.protect(name, wanted.policyName),
        plan: { created: [line.job], untouched },
        writes: [protectStep(wanted)],
        command: azCommand([
          'az backup protection enable-for-vm',
          ...azPlace(wanted.vaultId, 'vault-name'),
          ['--vm', wanted.machineId],
          ['--policy-name', wanted.policyName],
        ]),
      };
    case 'address': {
      const nic = nameOf(wanted.nicId);
      return {
        sentence: sentence.address(nic, wanted.address),
        plan: { changed: [line.address(nic)], untouched, lost: [line.connections] },
        writes: [staticAddressStep(wanted.nicId, wanted.address)],
        command: azCommand([
          'az network nic ip-config update',
          ...azPlace(wanted.nicId, 'nic-name'),
          '--name ipconfig1',
          ['--private-ip-address', wanted.address],
        ]),
      };
    }
    case 'license':
      return {
        sentence: sentence.license(name, wanted.license),
        plan: { changed: [line.vm(name)], untouched },
        writes: [licenseStep(wanted.machineId, wanted.license)],
        command: azCommand([
          'az vm update',
          ...azPlace(wanted.machineId),
          ['--license-type', wanted.license],
        ]),
      };
    case 'sql':
      return {
        sentence: sentence.sql(name),
        plan: { created: [line.registration(name)], untouched },
        writes: [sqlStep(wanted.machineId, wanted)],
        command: azCommand([
          'az sql vm create',
          ...azPlace(wanted.machineId),
          ['--location', wanted.region],
          ['--license-type', wanted.license],
        ]),
      };
    case 'reset':
      return {
        sentence: sentence.reset(name, wanted.userName),
        plan: {
          created: [line.extension(name)],
          untouched,
          lost: [line.password(wanted.userName)],
        },
        writes: [accessStep(wanted, () => takeSecret(wanted.runTag))],
        command: azCommand([
          'az vm user update',
          ...azPlace(wanted.machineId),
          ['--username', wanted.userName],
          // The shell asks for it, so that no history of commands has it.
          wanted.secret === 'password'
            ? '--password "$(read -rs p; echo "$p")"'
            : '--ssh-key-value key.pub',
        ]),
      };
    case 'revoke':
      return {
        sentence: sentence.revoke(name),
        plan: { lost: wanted.ids.map(line.role) },
        writes: wanted.ids.map((one) => revokeStep(one, wanted.principalId)),
        titles: wanted.ids.map(line.role),
        command: azCommand(['az role assignment delete', ['--ids', ...wanted.ids]]),
      };
  }
}

/** A resource by the options of the Azure CLI. */
export function azPlace(of: ResourceId, option = 'name'): CommandPart[] {
  const { subscriptionId = '', resourceGroup = '', name = '' } = parseResourceId(of) ?? {};
  return [
    ['--subscription', subscriptionId],
    ['--resource-group', resourceGroup],
    [`--${option}`, name],
  ];
}

const EMPTY: ActionPlan = { created: [], changed: [], untouched: [], lost: [] };

/** The guarded action of an order: the same steps under the same id, also after a reload. `onDone`: called when a result is there. */
export function stepActionOf(wanted: StepOrder, onDone: () => void): GuardedAction {
  const parts = stepOrderParts(wanted);
  return {
    id: stepActionId(wanted),
    plannedAt: wanted.at,
    sentence: parts.sentence,
    plan: { ...EMPTY, ...parts.plan },
    confirmName: nameOf(subjectOf(wanted)),
    steps: parts.writes.map((write, index) => ({
      id: String(index),
      title: parts.titles?.[index] ?? parts.sentence,
      ...telling(write, onDone),
    })),
  };
}

/** Passwords and keys that were typed: in the memory of this page alone, until they are sent. */
const typed = new Map<string, string>();

onNewVisit(() => typed.clear());

/** Keeps what was typed for one reset, and forgets that of others. */
export function holdSecret(runTag: string, secret: string): void {
  typed.clear();
  typed.set(runTag, secret);
}

/** What was typed for a reset; null: it was sent or forgotten. */
export function takeSecret(runTag: string): string | null {
  const secret = typed.get(runTag) ?? null;
  typed.delete(runTag);
  return secret;
}

/** Backs a VM up with a policy of a vault: `PUT …/protectedItems/{item}`. */
const protectStep = (wanted: {
  readonly vaultId: ResourceId;
  readonly machineId: ResourceId;
  readonly policyId: ResourceId;
}): WriteStep => {
  let hasSent = false;
  const itemId = protectedItemId(wanted.vaultId, wanted.machineId);
  return {
    writes: [itemId, wanted.machineId],
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
const staticAddressStep = (nicId: ResourceId, address: string): WriteStep =>
  writeStepOf(
    [nicId],
    async (arm) => {
      const nic = await readInterface(arm, nicId);
      if (isBeingWritten(nic)) return 'underWay';
      return nic !== null && hasStaticAddress(nic, address) ? 'done' : 'open';
    },
    async (arm) => {
      const nic = await readInterface(arm, nicId);
      if (nic === null) throw neverSent('Azure can’t find the NIC.');
      const condition = nic.etag ? { ifMatch: nic.etag } : {};
      return writeInterface(arm, nicId, withStaticAddress(nic, address), condition);
    },
  );

/** Sets the license type of a VM. */
const licenseStep = (machineId: ResourceId, licenseType: string): WriteStep =>
  writeStepOf(
    [machineId],
    async (arm) => {
      const machine = await readMachineModel(arm, machineId);
      return seenOf(machine, sameText(machine?.properties['licenseType'], licenseType));
    },
    (arm) => patchMachine(arm, machineId, { properties: { licenseType } }),
  );

/** Registers a VM as a SQL virtual machine. */
const sqlStep = (
  machineId: ResourceId,
  wanted: { readonly region: string; readonly license: 'PAYG' | 'AHUB' },
): WriteStep =>
  writeStepOf(
    [machineId],
    async (arm) =>
      judgeSql(await readSqlMachine(arm, machineId)).outcome === 'done' ? 'done' : 'open',
    (arm) => registerSqlMachine(arm, machineId, wanted),
  );

/**
 * Resets a password or an SSH key with the VMAccess extension. `secret`: read when it is sent, and kept nowhere
 * else; null: it is no longer known, and nothing is sent.
 */
const accessStep = (wanted: AccessReset, secret: () => string | null): WriteStep => {
  const { machineId, region, osType, userName, runTag } = wanted;
  const isLinux = osType === 'Linux';
  const name = isLinux ? 'VMAccessForLinux' : 'VMAccessAgent';
  let hasSent = false;
  return writeStepOf(
    [machineId],
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
      const secretTyped = secret();
      if (secretTyped === null) throw neverSent('The password or key isn’t kept. Enter it again.');
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
              protectedSettings: { username: userName, [wanted.secret]: secretTyped },
            }
          : {
              publisher: 'Microsoft.Compute',
              type: name,
              version: '2.0',
              settings: { UserName: userName },
              protectedSettings: { Password: secretTyped },
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
