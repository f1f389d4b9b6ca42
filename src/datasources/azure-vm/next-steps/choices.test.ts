import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import { policiesQuery, vaultsInReachQuery } from '#src/api/recovery-services/protect.ts';
import { machineQuery } from '#src/api/compute/machines.ts';
import { machineWith } from '#src/datasources/azure-vm/disks/testing-disks.ts';
import { type ChoicesRead, useChoices } from '#src/datasources/azure-vm/next-steps/choices.ts';
import { ORDER_STEPS, type StepOrderKind } from '#src/datasources/azure-vm/next-steps/order.ts';
import { ground, machineId, vaultId } from '#src/datasources/azure-vm/next-steps/testing-ground.ts';
import type { Vault } from '#src/model/vaults.ts';
import { resourceId } from '#src/model/resource-id.ts';

const machine = machineWith({ id: machineId });
const vault: Vault = {
  id: vaultId,
  name: 'vault-a',
  subscriptionId: 'sub-a',
  resourceGroup: 'rg-vault',
  region: 'westeurope',
  redundancy: null,
  crossRegionRestore: null,
  crossSubscriptionRestore: null,
  movedFrom: null,
  identities: [],
  userIdentityIds: [],
  systemPrincipalId: null,
  userPrincipalIds: {},
};
const policy = { id: resourceId('/policy'), name: 'Daily', description: 'Daily, 30 Days' };

/** What the form of a step gets once the form of `Set up backup` has read all that it asks for. */
function afterProtect(kind: StepOrderKind, vaults: readonly Vault[]): ChoicesRead {
  const client = new QueryClient();
  client.setQueryData(machineQuery(machineId).queryKey, machine);
  client.setQueryData(vaultsInReachQuery(machineId, machine.region).queryKey, [...vaults]);
  client.setQueryData(policiesQuery(vaultId).queryKey, [policy]);
  const found: ChoicesRead[] = [];
  const Form = () => {
    found.push(useChoices(kind, ground, null));
    return null;
  };
  renderToString(createElement(QueryClientProvider, { client }, createElement(Form)));
  const [read] = found;
  if (read === undefined) throw new Error('Not drawn.');
  return read;
}

/** Every form of a VM but that one. */
const others = [...new Set(Object.values(ORDER_STEPS))].filter(
  (kind) => kind !== 'protect' && kind !== 'revoke',
);

test('four other forms', () => expect(others).toHaveLength(4));

test.each(others)('the form %s has nothing of the form that sets up backup', (kind) => {
  for (const vaults of [[vault], []]) {
    const { choices, ...read } = afterProtect(kind, vaults);
    expect(read).toMatchObject({ vaults: [], vaultId: null, reason: null, failed: null });
    expect(choices).toMatchObject({ machine: { id: machineId }, policies: [] });
  }
});

test('the form that sets up backup has its vaults, or says that there are none', () => {
  const read = afterProtect('protect', [vault]);
  expect(read).toMatchObject({ vaults: [vault], vaultId, reason: null });
  expect(read.choices?.policies).toEqual([policy]);
  expect(afterProtect('protect', []).reason).toContain('westeurope');
});
