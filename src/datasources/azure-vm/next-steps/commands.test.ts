import { describe, expect, test } from 'vitest';
import { orderCommands, stepCommands } from '#src/datasources/azure-vm/next-steps/commands.ts';
import type { StepOrder } from '#src/datasources/azure-vm/next-steps/order.ts';
import {
  ground,
  machineId,
  oldDisk,
  vaultId,
} from '#src/datasources/azure-vm/next-steps/testing-ground.ts';
import type { Command } from '#src/lib/command.ts';
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

const texts = (all: readonly Command[]): string[] =>
  all.map((one) => (one.ok ? one.value : `no command: ${one.reason.why}`));
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
  expect(texts(orderCommands(ORDERS[kind]))).toEqual([expected]);
});

describe('a reset', () => {
  test('asks for its password in the terminal: no text has it', () => {
    const [text = ''] = texts(orderCommands(ORDERS.reset));
    expect(text).toContain(`az vm user update ${vm} --username 'azureuser' --password "$(read`);
    expect(JSON.stringify(ORDERS.reset)).not.toMatch(/password"?:/);
  });

  test.each(HOSTILE.filter((name) => !/^@./s.test(name)))(
    'of a user %j is one argument',
    (name) => {
      const [text = ''] = texts(
        orderCommands({ ...ORDERS.reset, userName: name, secret: 'ssh_key' }),
      );
      const [given = []] = bashArguments([text]);
      const at = given.findIndex((one) => one.startsWith('--username'));
      expect([given[at + 1], given[at]?.slice('--username='.length)]).toContain(name);
    },
  );
});

test.each([
  [
    'after.extensions',
    [],
    [
      "az vm extension list --subscription 'sub-a' --resource-group 'rg-target' --vm-name 'app02' --output table",
    ],
  ],
  ['replace.originals-kept', ['app01-os'], [`az disk delete --ids '${oldDisk}'`]],
  ['replace.originals-kept', [], []],
  [
    'restore-disks.vhd.cleanup',
    ['app01-0123'],
    [
      "az storage container-rm delete --subscription 'sub-a' --resource-group 'rg-staging' --storage-account 'staging1' --name 'app01-0123'",
    ],
  ],
  ['after.nsg', [], []],
] as const)('%s, where %j was read: %j', (id, seen, expected) => {
  expect(texts(stepCommands(id, ground, seen))).toEqual(expected);
});

test('what isn’t known makes no command', () => {
  const alone = { ...ground, machineId: null, container: null, source: null };
  for (const id of [
    'after.extensions',
    'restore-disks.vhd.cleanup',
    'replace.originals-kept',
  ] as const)
    expect(stepCommands(id, alone, ['app01-os'])).toEqual([]);
});
