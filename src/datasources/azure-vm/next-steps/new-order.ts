import type { OrderChoices } from '#src/datasources/azure-vm/next-steps/choices.ts';
import type { StepOrder, StepOrderKind } from '#src/datasources/azure-vm/next-steps/order.ts';
import { holdSecret } from '#src/datasources/azure-vm/next-steps/secrets.ts';
import { isAddress } from '#src/datasources/azure-vm/disks/eligible.ts';
import { now } from '#src/lib/clock.ts';
import { fail, ok, type Result } from '#src/lib/result.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { stepActions } from '#src/strings/next-steps.ts';

const words = stepActions.problem;

/** What the form of an action holds; null: not chosen. */
export interface StepValues {
  policy: string | null;
  nic: string | null;
  address: string | null;
  license: string | null;
  user: string | null;
  secret: string | null;
}

/** Actions that a form plans for a VM. */
export type OrderKindOfMachine = Exclude<StepOrderKind, 'revoke'>;

/** What is wrong with a field; null: with the secret, which is no field of the form. */
export interface OrderProblem {
  readonly field: keyof StepValues | null;
  readonly text: string;
}

/** The order that a form asks for; or the first thing that is missing. A secret is held for its one request. */
export function newOrder(
  kind: OrderKindOfMachine,
  values: StepValues,
  { machine, vaultId, policies }: OrderChoices,
  secret: string,
): Result<StepOrder, OrderProblem> {
  const common = { at: now(), machineId: machine.id };
  const { region, osType } = machine;
  const missing = (field: OrderProblem['field']) => fail({ field, text: words.required });
  switch (kind) {
    case 'protect': {
      const policy = policies.find(({ id }) => id === values.policy);
      if (policy === undefined) return missing('policy');
      return ok({ kind, ...common, vaultId, policyId: policy.id, policyName: policy.name });
    }
    case 'address': {
      const address = values.address?.trim() ?? '';
      if (values.nic === null) return missing('nic');
      if (!isAddress(address)) return fail({ field: 'address', text: words.address });
      return ok({ kind, ...common, nicId: resourceId(values.nic), address });
    }
    case 'license':
      return ok({ kind, ...common, license: 'Windows_Server' });
    case 'sql':
      return ok({ kind, ...common, region, license: values.license === 'AHUB' ? 'AHUB' : 'PAYG' });
    case 'reset': {
      const userName = values.user?.trim() ?? '';
      if (userName === '') return missing('user');
      if (secret === '') return missing(null);
      if (osType === null) return fail({ field: null, text: words.system });
      const runTag = crypto.randomUUID();
      holdSecret(runTag, secret);
      const isKey = osType === 'Linux' && values.secret === 'ssh_key';
      const what = isKey ? 'ssh_key' : 'password';
      return ok({
        kind,
        ...common,
        region,
        osType,
        userName,
        secret: what,
        runTag,
      });
    }
  }
}
