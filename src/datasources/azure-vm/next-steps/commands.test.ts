import { describe, expect, test } from 'vitest';
import { stepOrderParts } from '#src/datasources/azure-vm/next-steps/orders.ts';
import type { StepOrder } from '#src/datasources/azure-vm/next-steps/stored-orders.ts';
import { machineId, vaultId } from '#src/datasources/azure-vm/next-steps/testing-ground.ts';
import { bashArguments, HOSTILE } from '#src/lib/testing-shell.ts';
import { resourceId } from '#src/model/resource-id.ts';

const common = { at: 1, machineId };
const ORDERS = {
  protect: {
    kind: 'protect',
    ...common,
    vaultId,
    policyId: resourceId(`${vaultId}/backupPolicies/Daily`),
    policyName: 'Daily',
  },
  address: {
    kind: 'address',
    ...common,
    nicId: resourceId(
      '/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/networkInterfaces/nic',
    ),
    address: '10.0.0.4',
  },
  license: { kind: 'license', ...common, license: 'Windows_Server' },
  sql: { kind: 'sql', ...common, region: 'westeurope', license: 'PAYG' },
  reset: {
    kind: 'reset',
    ...common,
    region: 'westeurope',
    osType: 'Linux',
    userName: 'azureuser',
    secret: 'password',
    runTag: 'tag',
  },
  revoke: {
    kind: 'revoke',
    at: 1,
    vaultId,
    principalId: 'p',
    ids: [resourceId('/role/1'), resourceId('/role/2')],
  },
} satisfies Record<StepOrder['kind'], StepOrder>;

function textOf(wanted: StepOrder): string {
  const { command } = stepOrderParts(wanted);
  return command.ok ? command.value : `no command: ${command.reason.why}`;
}
const vm = "--subscription 'sub-a' --resource-group 'rg-target' --name 'app02'";

test.each([
  [
    'protect',
    `az backup protection enable-for-vm --subscription 'sub-a' --resource-group 'rg-vault' --vault-name 'vault-a' --vm '${machineId}' --policy-name 'Daily'`,
  ],
  [
    'address',
    "az network nic ip-config update --subscription 's' --resource-group 'g' --nic-name 'nic' --name ipconfig1 --private-ip-address '10.0.0.4'",
  ],
  ['license', `az vm update ${vm} --license-type 'Windows_Server'`],
  ['sql', `az sql vm create ${vm} --location 'westeurope' --license-type 'PAYG'`],
  ['revoke', "az role assignment delete --ids '/role/1' '/role/2'"],
] as const)('%s as a command', (kind, expected) => {
  expect(textOf(ORDERS[kind])).toBe(expected);
});

describe('a reset', () => {
  test('asks for its password in the terminal: no text has it', () => {
    const text = textOf(ORDERS.reset);
    expect(text).toContain(`az vm user update ${vm} --username 'azureuser' --password "$(read`);
    expect(JSON.stringify(ORDERS.reset)).not.toMatch(/password"?:/);
  });

  test.each(HOSTILE.filter((name) => !/^@./s.test(name)))(
    'of a user %j is one argument',
    (name) => {
      const text = textOf({ ...ORDERS.reset, userName: name, secret: 'ssh_key' });
      const [given = []] = bashArguments([text]);
      const at = given.findIndex((one) => one.startsWith('--username'));
      expect([given[at + 1], given[at]?.slice('--username='.length)]).toContain(name);
    },
  );
});
