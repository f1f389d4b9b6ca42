import { describe, expect, test } from 'vitest';
import type { Restore } from '#src/api/recovery-services/restore.ts';
import { vmPlanText } from '#src/datasources/azure-vm/commands/plan.ts';
import { disks, machine, planOf, replacement } from '#src/datasources/azure-vm/commands/testing.ts';
import { stepOrderParts } from '#src/datasources/azure-vm/next-steps/orders.ts';
import {
  type RestoredVm,
  restoredVmOf,
  vmShownSteps,
} from '#src/datasources/azure-vm/next-steps/steps.ts';
import type { StepOrder } from '#src/datasources/azure-vm/next-steps/stored-orders.ts';
import {
  ground,
  machineId,
  oldDisk,
  source,
  vaultId,
} from '#src/datasources/azure-vm/next-steps/testing-ground.ts';
import { vmRules } from '#src/datasources/azure-vm/rules.ts';
import {
  isStepId,
  type SentRestore,
  type VmStepId,
} from '#src/datasources/azure-vm/sent-restore.ts';
import type { Command } from '#src/lib/command.ts';
import { bashArguments, HOSTILE } from '#src/lib/testing-shell.ts';
import { instant } from '#src/lib/time.ts';
import type { RestoreKind } from '#src/model/jobs.ts';
import type { AfterLine } from '#src/model/next-steps.ts';
import { resourceId, type ResourceId } from '#src/model/resource-id.ts';
import { job } from '#src/progress/testing.ts';

const unknown = { ...ground, source: null };
const allIds = vmRules.all.map(({ id }) => id).filter(isStepId);
const idsOf = (of: RestoredVm, sent: readonly VmStepId[] | null): VmStepId[] =>
  vmShownSteps(of, sent).map(({ id }) => id);
const stepOf = (id: VmStepId, of: RestoredVm) => vmShownSteps(of, [id])[0];
const checkOf = (id: VmStepId, of: RestoredVm) => stepOf(id, of)?.check;
const texts = (all: readonly Command[] = []): string[] =>
  all.map((one) => (one.ok ? one.value : `no command: ${one.reason.why}`));

test.each([
  ['backup-again.setup', { kind: 'protection', machineId }],
  ['backup-again.continues', { kind: 'protection', machineId }],
  ['backup-again.template-vm', { kind: 'protection', machineId }],
  ['after.extensions', { kind: 'extensions', machineId, wanted: ['Monitor'] }],
  ['after.static-ip', { kind: 'address', machineId, wanted: ['10.0.0.4'] }],
  ['after.availability-set', { kind: 'set', machineId, wanted: 'set-a' }],
  ['special.hub.after', { kind: 'license', machineId, wanted: 'Windows_Server' }],
  ['special.sql', { kind: 'sql', machineId, wanted: true }],
  ['special.multi-nic', { kind: 'nics', machineId, wanted: 2 }],
  [
    'encryption.ade.linux-extension',
    { kind: 'extensions', machineId, wanted: ['AzureDiskEncryptionForLinux'] },
  ],
  ['replace.originals-kept', { kind: 'disks', machineId, wanted: [oldDisk] }],
  [
    'restore-disks.vhd.cleanup',
    { kind: 'container', accountId: ground.stagingId, name: 'app01-0123' },
  ],
  ['crr.cmk-becomes-non-cmk', { kind: 'keys', machineId }],
  ['after.nsg', null],
  ['after.domain.5-disjoin', null],
  ['special.dc.forest', null],
] as const)('%s is verified by %j', (id, check) => {
  expect(checkOf(id, ground)).toEqual(check);
});

test('backup that was set up from here is read from its vault, since lists lag', () => {
  const itemId = resourceId('/vaults/v/protectedItems/app02');
  expect(checkOf('backup-again.setup', { ...ground, itemId })).toMatchObject({ itemId });
});

test('without the source’s settings a check still reads, and wants nothing', () => {
  expect(checkOf('after.static-ip', unknown)).toEqual({ kind: 'address', machineId, wanted: null });
  expect(checkOf('special.hub.after', unknown)).toMatchObject({ wanted: null });
  expect(checkOf('replace.originals-kept', unknown)).toMatchObject({ wanted: null });
});

test('without a VM, or without what else it needs, nothing is read', () => {
  const alone = { ...ground, machineId: null, stagingId: null };
  expect(allIds.flatMap((id) => checkOf(id, alone) ?? [])).toEqual([]);
  expect(stepOf('special.sql', alone)?.remark).toContain('doesn’t name the VM');
  expect(stepOf('restore-disks.vhd.cleanup', alone)?.remark).toBeUndefined();
});

describe('the roles of the identity of a restore', () => {
  const scopes = [ground.stagingId, ground.targetGroupId];
  test.each([
    [null, null],
    [{ kind: 'system' }, { kind: 'roles', scopes, vaultId, identityId: null }],
    [
      { kind: 'user', identityId: machineId },
      { kind: 'roles', scopes, vaultId, identityId: machineId },
    ],
  ] as const)('%j are looked for as %j', (identity, check) => {
    expect(checkOf('own.roles', { ...ground, identity })).toEqual(check);
  });
});

describe('the steps of a restore', () => {
  test('start with the riskiest, and are else as they were at its press', () => {
    const sent = [
      'special.sql',
      'backup-again.setup',
      'after.extensions',
      'after.nsg',
      'platform.copy.host-name',
    ] as const;
    expect(idsOf(ground, sent)).toEqual([
      'platform.copy.host-name',
      'after.nsg',
      'backup-again.setup',
      'special.sql',
      'after.extensions',
    ]);
    expect(idsOf(ground, [])).toEqual([]);
  });

  test.each(['createVm', 'restoreDisks', 'replaceDisks'] as const)(
    'that another browser started, %s, are those that its kind may leave',
    (kind) => {
      expect(idsOf({ ...ground, kind, osType: null }, null).length).toBeGreaterThan(1);
      for (const shown of vmShownSteps({ ...unknown, kind }, null)) {
        expect(shown.text).toMatch(/\.$/);
        expect(shown.source).toContain('Restore Azure VMs');
      }
    },
  );

  test.each([
    ['Linux', []],
    ['Windows', ['special.hub.after', 'special.sql']],
    [null, ['special.hub.after', 'special.sql']],
  ] as const)('that another browser started, of a VM with %s', (osType, expected) => {
    const all: readonly string[] = idsOf({ ...ground, kind: 'createVm', osType }, null);
    expect(all.filter((id) => id.startsWith('special.'))).toEqual(expected);
    expect(all).toContain('after.extensions');
  });

  test('name the setting that they depend on where the source isn’t known', () => {
    const steps = vmShownSteps({ ...unknown, osType: null }, null);
    const textOfStep = (id: string) => steps.find((step) => step.id === id)?.text;
    expect(textOfStep('special.hub.after')).toMatch(
      /^If the source ran Windows with Azure Hybrid Benefit: Set the license type /,
    );
    expect(textOfStep('special.sql')).toMatch(/^If the source ran Windows with SQL Server: /);
    expect(textOfStep('after.nsg')).not.toMatch(/^If /);
    const [known] = vmShownSteps(ground, ['special.hub.after']);
    expect(known?.text).toMatch(/^Set the license type /);
  });

  test('say that no VM is known where one would be read', () => {
    const [backup, uses] = vmShownSteps({ ...unknown, kind: 'restoreDisks', machineId: null }, [
      'restore-disks.next-uses',
      'backup-again.template-vm',
    ]);
    expect(backup?.remark).toContain('No VM');
    expect(uses?.remark).toBeUndefined();
  });

  test('have the name of the VM, unless a command would read it otherwise', () => {
    const textFor = (name: string) => {
      const vm = resourceId(
        `/subscriptions/s/resourceGroups/g/providers/p/virtualMachines/${name}`,
      );
      return stepOf('after.domain.5-disjoin', { ...ground, machineId: vm })?.text;
    };
    expect(textFor('app02')).toContain('netdom remove app02 /');
    for (const name of ['a & del *', '-x -y', 'a'.repeat(16), '<domain>', '']) {
      expect(textFor(name)).toContain('netdom remove <MachineName> /');
    }
    const [disjoin] = vmShownSteps(ground, ['after.domain.5-disjoin']);
    expect(disjoin?.text).toContain('netdom remove app02 ');
  });

  test('lead to the page of leftovers where something is left over', () => {
    const ids = allIds.filter((id) => stepOf(id, ground)?.isOfLeftovers);
    // Beside it a mark is a small one.
    expect(ids.every((id) => stepOf(id, ground)?.hasAction)).toBe(true);
    expect(ids.toSorted()).toEqual([
      'replace.originals-kept',
      'replace.vhd.cleanup',
      'restore-disks.vhd.cleanup',
      'staging.cost',
    ]);
  });

  test('offer what Azure has', () => {
    const orderOf = (id: VmStepId, of: RestoredVm) => stepOf(id, of)?.order;
    expect(orderOf('backup-again.setup', ground)).toBe('protect');
    expect(orderOf('backup-again.continues', ground)).toBe('protect');
    expect(orderOf('after.static-ip', ground)).toBe('address');
    expect(orderOf('special.hub.after', ground)).toBe('license');
    expect(orderOf('special.sql', ground)).toBe('sql');
    expect(orderOf('after.cloud-init-password', ground)).toBe('reset');
    expect(orderOf('own.roles', { ...ground, machineId: null })).toBe('revoke');
    expect(orderOf('after.static-ip', { ...ground, machineId: null })).toBeNull();
    expect(orderOf('after.availability-set', ground)).toBeNull();
  });
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
  expect(texts(stepOf(id, ground)?.commands(seen))).toEqual(expected);
});

test('what isn’t known makes no command', () => {
  const alone = { ...ground, machineId: null, container: null, source: null };
  for (const id of [
    'after.extensions',
    'restore-disks.vhd.cleanup',
    'replace.originals-kept',
  ] as const)
    expect(stepOf(id, alone)?.commands(['app01-os'])).toEqual([]);
});

const sentAs = (restore: Restore | null): SentRestore => ({
  subscriptionId: null,
  hasIdentity: false,
  requestId: null,
  nextSteps: [],
  plan: restore && vmPlanText(planOf(restore)),
  source,
});
const jobOf = (
  restoreKind: RestoreKind | null,
  bag: Readonly<Record<string, string | undefined>> = {},
) =>
  job({
    id: resourceId(`${vaultId}/backupJobs/1`),
    restoreKind,
    properties: Object.entries(bag).map(([name, value = '']) => ({ name, value })),
  });
const group = resourceId('/subscriptions/sub-b/resourceGroups/rg-found');
const built = (id: ResourceId): AfterLine => ({
  id,
  kind: 'build',
  sentence: 'Create VM',
  state: 'done',
  at: instant(1),
  machineId: id,
  check: null,
  latest: null,
});

test('a new VM is the one that was sent for', () => {
  const sent = sentAs({ ...machine, identity: { kind: 'system' } });
  const bag = { 'Target VM Name': 'other', 'Config Blob Container Name': 'app01-1' };
  expect(restoredVmOf({ job: jobOf('createVm', bag), sent, group, lines: [] })).toEqual({
    kind: 'createVm',
    isElsewhere: false,
    vaultId,
    machineId: machine.targetVirtualMachineId,
    source,
    osType: 'Windows',
    stagingId: machine.stagingAccountId,
    container: 'app01-1',
    targetGroupId: machine.targetResourceGroupId,
    identity: { kind: 'system' },
  });
});

test('replaced disks are of the source', () => {
  const sent = sentAs(replacement);
  const replaced = restoredVmOf({ job: jobOf('replaceDisks'), sent, group: null, lines: [] });
  expect(replaced?.machineId).toBe(replacement.sourceResourceId);
  expect(replaced?.targetGroupId).toBeNull();
});

test('restored disks have the VM that was built of them, the latest of several', () => {
  const lines = [built(machineId), built(resourceId('/built/last'))];
  const from = { job: jobOf('restoreDisks'), sent: sentAs(disks), group };
  expect(restoredVmOf({ ...from, lines })?.machineId).toBe('/built/last');
  expect(restoredVmOf({ ...from, lines: [] })?.machineId).toBeNull();
});

test.each([
  [
    { 'Target VM Name': 'app09' },
    group,
    `${group}/providers/Microsoft.Compute/virtualMachines/app09`,
  ],
  [
    {
      'Target VM Name': 'app09',
      'Target resource group': 'rg-x',
      'Target Subscription ID': 'sub-x',
    },
    null,
    '/subscriptions/sub-x/resourceGroups/rg-x/providers/Microsoft.Compute/virtualMachines/app09',
  ],
  [{ 'Target VM Name': 'app09', 'Target resource group': 'rg-x' }, null, null],
  [{}, group, null],
])('of another browser’s restore the VM is as its job names it: %j in %s', (bag, found, id) => {
  const elsewhere = restoredVmOf({
    job: jobOf('createVm', bag),
    sent: null,
    group: found,
    lines: [],
  });
  expect(elsewhere).toMatchObject({
    machineId: id,
    isElsewhere: true,
    source: null,
    stagingId: null,
    identity: null,
  });
});

test('the system is that of the source at the press, else what Azure reports of what was restored', () => {
  const from = { job: jobOf('createVm'), group, lines: [], osType: 'Linux' } as const;
  expect(restoredVmOf({ ...from, sent: sentAs(machine) })?.osType).toBe('Windows');
  expect(restoredVmOf({ ...from, sent: null })?.osType).toBe('Linux');
  expect(restoredVmOf({ ...from, osType: null, sent: null })?.osType).toBeNull();
});

test('a plan that can’t be read, or a draft of before, is as if it were another browser’s', () => {
  const from = { job: jobOf('createVm', { 'Target VM Name': 'vm' }), group, lines: [] };
  for (const plan of [null, '{', '{}']) {
    const sent = { ...sentAs(null), plan };
    expect(restoredVmOf({ ...from, sent })?.machineId).toMatch(/rg-found\/.*\/vm$/);
  }
});

test('a backup has no next steps', () => {
  expect(restoredVmOf({ job: jobOf(null), sent: null, group: null, lines: [] })).toBeNull();
});

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
