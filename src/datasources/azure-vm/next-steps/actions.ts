import type { ActionPlan, GuardedAction } from '#src/actions/action.ts';
import {
  accessStep,
  licenseStep,
  protectStep,
  sqlStep,
  staticAddressStep,
} from '#src/actions/after-steps.ts';
import type { WriteStep } from '#src/actions/steps.ts';
import { revokeStep } from '#src/actions/delete-steps.ts';
import {
  actionIdOf,
  type StepOrder,
  subjectOf,
} from '#src/datasources/azure-vm/next-steps/order.ts';
import { takeSecret } from '#src/datasources/azure-vm/next-steps/secrets.ts';
import { nameOf } from '#src/model/resource-id.ts';
import { stepActions } from '#src/strings/next-steps.ts';

const { sentence, line } = stepActions;

const EMPTY: ActionPlan = { created: [], changed: [], untouched: [], lost: [] };

/** The guarded action of an order: the same steps under the same id, also after a reload. `onDone`: called when a result is there. */
export function actionOf(order: StepOrder, onDone: () => void): GuardedAction {
  const name = nameOf(subjectOf(order));
  const part = partOf(order, name);
  return {
    id: actionIdOf(order),
    sentence: part.sentence,
    plan: { ...EMPTY, ...part.plan },
    confirmName: name,
    steps: part.writes.map((write, index) => ({
      id: String(index),
      title: part.titles?.[index] ?? part.sentence,
      run: write.run,
      look: async () => {
        const seen = await write.look();
        if (seen === 'done') onDone();
        return seen;
      },
    })),
  };
}

interface Part {
  readonly sentence: string;
  readonly plan: Partial<ActionPlan>;
  readonly writes: readonly WriteStep[];
  /** Left out: the sentence of the action. */
  readonly titles?: readonly string[];
}

function partOf(order: StepOrder, name: string): Part {
  const untouched = [line.content(name)];
  switch (order.kind) {
    case 'protect':
      return {
        sentence: sentence.protect(name, order.policyName),
        plan: { created: [line.job], untouched },
        writes: [protectStep(order)],
      };
    case 'address': {
      const nic = nameOf(order.nicId);
      return {
        sentence: sentence.address(nic, order.address),
        plan: { changed: [line.address(nic)], untouched, lost: [line.connections] },
        writes: [staticAddressStep(order.nicId, order.address)],
      };
    }
    case 'license':
      return {
        sentence: sentence.license(name, order.license),
        plan: { changed: [line.vm(name)], untouched },
        writes: [licenseStep(order.machineId, order.license)],
      };
    case 'sql':
      return {
        sentence: sentence.sql(name),
        plan: { created: [line.registration(name)], untouched },
        writes: [sqlStep(order.machineId, order)],
      };
    case 'reset':
      return {
        sentence: sentence.reset(name, order.userName),
        plan: {
          created: [line.extension(name)],
          untouched,
          lost: [line.password(order.userName)],
        },
        writes: [accessStep(order, () => takeSecret(order.runTag))],
      };
    case 'revoke':
      return {
        sentence: sentence.revoke(name),
        plan: { lost: order.ids.map(line.role) },
        writes: order.ids.map((id) => revokeStep(id, order.principalId)),
        titles: order.ids.map(line.role),
      };
  }
}
