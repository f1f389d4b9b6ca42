import type { ActionPlan, GuardedAction } from '#src/actions/action.ts';
import {
  accessStep,
  licenseStep,
  protectStep,
  sqlStep,
  staticAddressStep,
} from '#src/actions/after-steps.ts';
import { revokeStep } from '#src/actions/roles.ts';
import { telling, type WriteStep } from '#src/actions/steps.ts';
import { parseResourceId } from '#src/api/arm/resource-id.ts';
import {
  stepActionId,
  type StepOrder,
  subjectOf,
} from '#src/datasources/azure-vm/next-steps/stored-orders.ts';
import { azCommand, type Command, type CommandPart } from '#src/lib/command.ts';
import { onNewVisit } from '#src/lib/page-state.ts';
import { nameOf, type ResourceId } from '#src/model/resource-id.ts';
import { stepActions } from '#src/strings/next-steps.ts';

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
