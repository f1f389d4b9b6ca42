import { adoptBefore } from '#src/app/adopted-drafts.ts';
import { nameHere } from '#src/lib/base.ts';
import { type Owner, setOwner } from '#src/lib/owner.ts';

/** Whoever uses a demo, which has no sign-in. */
export const VISITOR: Owner = {
  mode: 'demo',
  cloud: 'AzureCloud',
  tenantId: 'simulated',
  accountId: nameHere('visitor'),
};

/** Stores for an account from now on, and gives it what was stored before entries had an owner. */
export async function startAsDemoAccount(owner: Owner): Promise<void> {
  setOwner(owner);
  await adoptBefore();
}
