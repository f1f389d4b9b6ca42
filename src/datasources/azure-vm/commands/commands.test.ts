import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CreateVm, ReplaceDisks, RestoreDisks } from '#src/api/recovery-services/restore.ts';
import { cliScript } from '#src/datasources/azure-vm/commands/cli.ts';
import { type VmPlan, readVmPlan, vmPlanText } from '#src/datasources/azure-vm/commands/plan.ts';
import { powerShellScript } from '#src/datasources/azure-vm/commands/power-shell.ts';
import { restScript } from '#src/datasources/azure-vm/commands/VmScripts.tsx';
import { disks, machine, planOf, replacement } from '#src/datasources/azure-vm/commands/testing.ts';
import { canonicalJson, keysOf, sha256 } from '#src/lib/data.ts';
import { HOSTILE, bashArguments, powerShellString } from '#src/lib/testing-shell.ts';
import { resourceId } from '#src/model/resource-id.ts';
import type { ClientScript } from '#src/wizard/commands/script.ts';

const everything: VmPlan = planOf(
  {
    ...machine,
    identity: { kind: 'user', identityId: resourceId('/mi') },
    rehydration: { priority: 'High', days: 12 },
    guardRequests: [resourceId('/guard')],
    networkAccess: { kind: 'private', diskAccessId: resourceId('/da') },
    zone: '2',
    diskEncryptionSetId: resourceId('/des'),
    restoreWithManagedDisks: false,
    encryption: { isOn: true, keys: { secretUrl: 'https://kv/secrets/os', keyVaultId: '/kv' } },
  },
  { isSecondary: true, isManaged: null, newGroup: { subscriptionId: 's', name: 'n', region: 'r' } },
);

describe('a plan', () => {
  test.each([
    ['a new VM with everything', everything],
    ['disks', planOf({ ...disks, restoreDiskLunList: [0, 2], targetResourceGroupId: null })],
    ['a replacement', planOf(replacement)],
  ])('is read as it was written: %s', (_, plan) => {
    expect(readVmPlan(vmPlanText(plan))).toEqual(plan);
  });

  test.each(['', '{}', 'null', '{"restore":{"kind":"restoreDisks"}}', '[1'])(
    'is none in %j',
    (text) => {
      expect(readVmPlan(text)).toBeNull();
    },
  );

  test.each([
    ['a new VM', everything, 11],
    ['disks', planOf(disks), 8],
    ['a replacement', planOf(replacement), 6],
  ])('of %s is none without a key that its kind needs', (_, plan, count) => {
    const { restore, ...rest } = plan;
    const needed = Object.keys(restore).filter((key) => {
      const others = Object.fromEntries(Object.entries(restore).filter(([one]) => one !== key));
      return readVmPlan(JSON.stringify({ ...rest, restore: others })) === null;
    });
    expect(needed).toHaveLength(count);
  });

  test('has one text, whatever the order of its keys', () => {
    const { restore, ...rest } = everything;
    const reversed = Object.fromEntries(Object.entries(restore).toReversed());
    expect(canonicalJson({ restore: reversed, ...rest })).toBe(vmPlanText(everything));
    expect(vmPlanText(planOf(disks))).not.toBe(vmPlanText(planOf({ ...disks, zone: '1' })));
  });
});

// The example of FIPS 180-4.
test('a hash is the SHA-256 of the text in UTF-8', async () => {
  expect(await sha256('abc')).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});

/** No key of a restore is lost: each one makes a difference to what is stored, and to every client. */

type Key =
  | keyof RestoreDisks
  | keyof CreateVm
  | keyof ReplaceDisks
  | Exclude<keyof VmPlan, 'restore'>;

const other = (id: string) => resourceId(`${id}-other`);
const unmanaged = { isManaged: false };

/** A plan, and the same with something else in its restore. */
const changing = <Planned extends VmPlan['restore']>(
  restore: Planned,
  change: Partial<Planned>,
): readonly [VmPlan, VmPlan] => [planOf(restore), planOf({ ...restore, ...change })];

/** Two plans that differ in one key. A key that is not here doesn't compile. */
const PAIRS: Readonly<Record<Key, readonly [VmPlan, VmPlan]>> = {
  kind: [planOf(disks), planOf(machine)],
  recoveryPointResourceId: changing(disks, {
    recoveryPointResourceId: resourceId(
      disks.recoveryPointResourceId.replace('vault-a', 'vault-b'),
    ),
  }),
  recoveryPointId: changing(disks, { recoveryPointId: '124' }),
  sourceResourceId: changing(disks, { sourceResourceId: other(disks.sourceResourceId) }),
  stagingAccountId: changing(disks, { stagingAccountId: other(disks.stagingAccountId) }),
  region: changing(disks, { region: 'northeurope' }),
  identity: changing(replacement, { identity: { kind: 'system' } }),
  rehydration: changing(replacement, { rehydration: { priority: 'High', days: 12 } }),
  guardRequests: changing(replacement, { guardRequests: [resourceId('/guard')] }),
  networkAccess: changing(disks, { networkAccess: { kind: 'public' } }),
  zone: changing(machine, { zone: '2' }),
  diskEncryptionSetId: changing(machine, { diskEncryptionSetId: resourceId('/des') }),
  restoreWithManagedDisks: [
    planOf(disks, unmanaged),
    planOf({ ...disks, restoreWithManagedDisks: true }, unmanaged),
  ],
  targetResourceGroupId: changing(disks, {
    targetResourceGroupId: other(disks.targetResourceGroupId ?? ''),
  }),
  restoreDiskLunList: changing(disks, { restoreDiskLunList: [0, 2] }),
  targetVirtualMachineId: changing(machine, {
    targetVirtualMachineId: other(machine.targetVirtualMachineId),
  }),
  virtualNetworkId: changing(machine, { virtualNetworkId: other(machine.virtualNetworkId) }),
  encryption: changing(disks, { encryption: { isOn: true } }),
  subnetId: changing(machine, { subnetId: other(machine.subnetId) }),
  isSecondary: [planOf(disks), planOf(disks, { isSecondary: true })],
  isManaged: [planOf(disks), planOf(disks, unmanaged)],
  vaultRegion: [planOf(disks), planOf(disks, { vaultRegion: 'northeurope' })],
  newGroup: [
    planOf(disks),
    planOf(disks, { newGroup: { subscriptionId: 's', name: 'n', region: 'r' } }),
  ],
};

const CLIENTS = { rest: restScript, cli: cliScript, powerShell: powerShellScript } as const;

/** What a client goes by in place of a key. */
const BY_ANOTHER: readonly string[] = [
  // The name of the backup item stands for the machine.
  'cli: sourceResourceId',
  // Both read the restore point, and tell Azure what it reports.
  'cli: encryption',
  'powerShell: encryption',
  // Only what the clients can start depends on them.
  'rest: isManaged',
  'rest: vaultRegion',
];

const textOf = ({ script, notes }: ClientScript): string => [script, ...notes].join('\n');

const keys = keysOf(PAIRS);

test('twenty-three keys, three clients', () => {
  expect([keys.length, Object.keys(CLIENTS).length]).toEqual([23, 3]);
});

test.each(keys)('a stored plan keeps %s', (key) => {
  const [one, changed] = PAIRS[key];
  expect(readVmPlan(vmPlanText(one))).toEqual(one);
  expect(readVmPlan(vmPlanText(changed))).toEqual(changed);
  expect(vmPlanText(changed)).not.toBe(vmPlanText(one));
});

const cells = keysOf(CLIENTS)
  .flatMap((client) => keys.map((key) => [client, key] as const))
  .filter(([client, key]) => !BY_ANOTHER.includes(`${client}: ${key}`));

test.each(cells)('%s says %s', (client, key) => {
  const [one, changed] = PAIRS[key].map((plan) => textOf(CLIENTS[client](plan)));
  expect(changed).not.toBe(one);
});

test('a plan with a key that this version doesn’t know is none: its commands would restore something else', () => {
  const { restore, ...rest } = planOf(disks);
  const text = JSON.stringify({ ...rest, restore: { ...restore, newKey: 'x' } });
  expect(readVmPlan(text)).toBeNull();
});

test('a replacement is read with the keys of new disks that its plan carries', () => {
  const { restore, ...rest } = planOf(replacement);
  const carried = { encryption: { isOn: false }, networkAccess: null, zone: null };
  const text = JSON.stringify({ ...rest, restore: { ...restore, ...carried } });
  expect(readVmPlan(text)?.restore).toMatchObject({ kind: 'replaceDisks' });
});

const linesOf = (plan: VmPlan): string[] => (restScript(plan).script ?? '').split('\n');
const requestsOf = (plan: VmPlan): string[] =>
  linesOf(plan).filter((line) => /^(GET|PUT|POST) /.test(line));

test('the request is the one that the wizard sends, with its token left to the file', () => {
  const lines = linesOf(planOf(machine));
  expect(lines[0]).toMatch(
    /^POST https:\/\/management\.azure\.com\/subscriptions\/sub-a\/\S+\/recoveryPoints\/123\/restore\?api-version=\S+$/,
  );
  expect(lines[1]).toBe('Authorization: Bearer {{token}}');
  expect(JSON.parse(lines.slice(4).join('\n'))).toMatchObject({
    properties: { recoveryType: 'AlternateLocation', subnetId: machine.subnetId },
  });
});

test('a group that isn’t there is created first, and a restore to the secondary region starts with the access token', () => {
  const newGroup = { subscriptionId: 'sub-a', name: 'rg-target', region: 'northeurope' };
  const plan = planOf({ ...disks, region: 'northeurope' }, { isSecondary: true, newGroup });
  expect(
    requestsOf(plan).map((line) => line.replace(/^(\w+) \S+\/(\w[\w-]*)\?.*$/, '$1 $2')),
  ).toEqual([
    'PUT rg-target',
    'GET backupAadProperties',
    'POST accessToken',
    'POST backupCrossRegionRestore',
  ]);
  expect(restScript(plan).notes).toHaveLength(2);
});

test('a name can’t become a variable, another line or another address', () => {
  const odd = resourceId(`${disks.targetResourceGroupId ?? ''}{{token}}\nDELETE x`);
  const lines = linesOf(
    planOf({ ...disks, targetResourceGroupId: odd, recoveryPointResourceId: odd }),
  );
  expect(lines.filter((line) => line.includes('{{'))).toEqual(['Authorization: Bearer {{token}}']);
  expect(lines.filter((line) => line.startsWith('DELETE'))).toEqual([]);
  expect(JSON.parse(lines.slice(4).join('\n'))).toMatchObject({
    properties: { targetResourceGroupId: odd },
  });
});

describe('in the Azure CLI', () => {
  const commandsOf = (plan: VmPlan): string[][] => {
    const { script } = cliScript(plan);
    if (script === null) throw new Error('no script');
    return bashArguments(script.trim().split(/ &&\n(?=az )/));
  };
  const restoreOf = (plan: VmPlan): string[] => commandsOf(plan).at(-1) ?? [];
  const noteOf = (plan: VmPlan): string => cliScript(plan).notes.join(' ');

  /** The value behind an option, or `flag`; undefined: the option isn’t there. */
  function optionIn(words: readonly string[], option: string): string | undefined {
    const at = words.indexOf(option);
    if (at < 0) return undefined;
    const next = words[at + 1];
    return next === undefined || next.startsWith('--') ? 'flag' : next;
  }

  const SOURCE =
    'az backup restore restore-disks --subscription sub-a --resource-group rg-vault --vault-name vault-a --container-name IaasVMContainer;iaasvmcontainerv2;rg-app;app01 --item-name VM;iaasvmcontainerv2;rg-app;app01 --rp-name 123';
  const STAGING = '--storage-account staging1 --storage-account-resource-group rg-staging';

  describe('the three kinds', () => {
    test('a new VM', () => {
      expect(restoreOf(planOf(machine)).join(' ')).toBe(
        `${SOURCE} --restore-mode AlternateLocation ${STAGING} --target-resource-group rg-target --target-vm-name app02 --target-vnet-name vnet-a --target-vnet-resource-group rg-net --target-subnet-name default`,
      );
    });

    test('disks', () => {
      expect(restoreOf(planOf(disks)).join(' ')).toBe(
        `${SOURCE} --restore-mode AlternateLocation ${STAGING} --target-resource-group rg-target`,
      );
    });

    test('a replacement, which names no group', () => {
      expect(restoreOf(planOf(replacement)).join(' ')).toBe(
        `${SOURCE} --restore-mode OriginalLocation ${STAGING}`,
      );
      expect(noteOf(planOf(replacement))).toContain('replaces the disks');
    });

    test('a group that isn’t there is created first', () => {
      const newGroup = { subscriptionId: 'sub-a', name: 'rg-target', region: 'westeurope' };
      expect(commandsOf(planOf(disks, { newGroup }))[0]?.join(' ')).toBe(
        'az group create --subscription sub-a --name rg-target --location westeurope',
      );
    });
  });

  test('the group is absent where disks stay unmanaged, and written for every other restore', () => {
    const groupOf = (plan: VmPlan) => optionIn(restoreOf(plan), '--target-resource-group');
    const noGroup = { ...disks, targetResourceGroupId: null };
    expect(groupOf(planOf(disks, { isManaged: null }))).toBe('rg-target');
    expect(groupOf(planOf(disks, { isManaged: false }))).toBeUndefined();
    expect(groupOf(planOf(noGroup))).toBeUndefined();
    expect(noteOf(planOf(disks, { isManaged: false }))).toContain('names no target resource group');
    expect(restoreOf(planOf(noGroup))).toContain('--restore-as-unmanaged-disks');
    expect(restoreOf(planOf(disks, { isManaged: false }))).not.toContain(
      '--restore-as-unmanaged-disks',
    );
  });

  test.each<[object, string, string]>([
    [{ restoreDiskLunList: [] }, '--restore-only-osdisk', 'flag'],
    [{ restoreDiskLunList: [0, 1] }, '--diskslist', '0'],
    [{ zone: '2' }, '--target-zone', '2'],
    [{ diskEncryptionSetId: resourceId('/des') }, '--disk-encryption-set-id', '/des'],
    [{ identity: { kind: 'system' } }, '--mi-system-assigned', 'flag'],
    [{ identity: { kind: 'user', identityId: resourceId('/mi') } }, '--mi-user-assigned', '/mi'],
    [{ rehydration: { priority: 'High', days: 12 } }, '--rehydration-priority', 'High'],
    [{ rehydration: { priority: 'High', days: 12 } }, '--rehydration-duration', '12'],
    [
      { networkAccess: { kind: 'public' } },
      '--disk-access-option',
      'EnablePublicAccessForAllDisks',
    ],
    [
      { networkAccess: { kind: 'private', diskAccessId: resourceId('/da') } },
      '--target-disk-access-id',
      '/da',
    ],
    [
      {
        targetResourceGroupId: resourceId('/subscriptions/sub-b/resourceGroups/rg'),
        stagingAccountId: resourceId(
          '/subscriptions/sub-b/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/s',
        ),
      },
      '--target-subscription-id',
      'sub-b',
    ],
  ])('%j is written as %s %s, and otherwise left out', (more, option, value) => {
    expect(optionIn(restoreOf(planOf({ ...disks, ...more })), option)).toBe(value);
    expect(optionIn(restoreOf(planOf(disks)), option)).toBeUndefined();
  });

  test('the secondary region is named by a flag', () => {
    const plan = planOf({ ...disks, region: 'northeurope' }, { isSecondary: true });
    expect(restoreOf(plan)).toContain('--use-secondary-region');
    expect(noteOf(plan)).toContain('--cvm-os-des-id');
  });

  test('a restore that the request sends to the staging account never goes to the original ones', () => {
    expect(
      optionIn(
        restoreOf(planOf(disks, { isManaged: false })),
        '--restore-to-staging-storage-account',
      ),
    ).toBe('true');
  });

  test.each<[string, VmPlan]>([
    ['Cross Region Restore', planOf({ ...disks, region: 'northeurope' })],
    ['as managed disks', planOf({ ...disks, restoreWithManagedDisks: true }, { isManaged: false })],
    ['can’t create a VM', planOf(machine, { isManaged: false })],
    [
      'rejects an identity',
      planOf({ ...disks, identity: { kind: 'system' } }, { isManaged: false }),
    ],
    [
      'archive tier',
      planOf({ ...disks, rehydration: { priority: 'High', days: 10 } }, { isSecondary: true }),
    ],
    [
      'same network access',
      planOf({ ...disks, networkAccess: { kind: 'sameAsSource' } }, { isSecondary: true }),
    ],
    [
      'subscription that the restore goes to',
      planOf({ ...disks, targetResourceGroupId: resourceId('/subscriptions/b/resourceGroups/rg') }),
    ],
  ])('what it can’t express is a sentence, not a command: %s', (sentence, plan) => {
    expect(cliScript(plan).script).toBeNull();
    expect(noteOf(plan)).toContain(sentence);
  });

  test.each<[string, object]>([
    ['public access only', { networkAccess: { kind: 'sameAsSource' } }],
    ['vault tier', { zone: '1' }],
    ['rejects a disk encryption set', { diskEncryptionSetId: resourceId('/des') }],
    ['resource guard', { guardRequests: [resourceId('/g')] }],
  ])('says what it does differently: %s', (sentence, more) => {
    expect(noteOf(planOf({ ...disks, ...more }))).toContain(sentence);
    expect(noteOf(planOf(disks))).not.toContain(sentence);
  });

  /** The names that reach the client; `refused` where the panel says why there is no command. */
  function namesIn(plan: VmPlan): string[] {
    const { script, notes } = cliScript(plan);
    if (script === null) return notes[0]?.includes('no command') === true ? ['refused'] : [];
    const words = restoreOf(plan).flatMap((word) => {
      const joined = /^(--[\w-]+)=(.*)$/s.exec(word);
      return joined === null ? [word] : [joined[1] ?? '', joined[2] ?? ''];
    });
    return ['--target-vm-name', '--target-resource-group'].map(
      (option) => words[words.indexOf(option) + 1] ?? '',
    );
  }

  /** What can’t be an argument of the Azure CLI. */
  const isRefused = (text: string): boolean =>
    text.includes('\0') || !text.isWellFormed() || /^@./s.test(text);

  test('hostile names arrive as they are, or the panel says why there is no command', () => {
    const name = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary' }));
    // An id is taken apart at its slashes.
    const asPart = (text: string) => text.replaceAll('/', '-');
    const part = name.map(asPart).filter((text) => text !== '');
    fc.assert(
      fc.property(part, part, (vm, group) => {
        const id = resourceId(`/subscriptions/sub-a/resourceGroups/${group}`);
        const plan = planOf({
          ...machine,
          targetResourceGroupId: id,
          targetVirtualMachineId: resourceId(
            `${id}/providers/Microsoft.Compute/virtualMachines/${vm}`,
          ),
        });
        expect(namesIn(plan)).toEqual(
          isRefused(vm) || isRefused(group) ? ['refused'] : [vm, group],
        );
      }),
      { numRuns: 60, examples: HOSTILE.map((text) => [asPart(text) || '-', 'rg-target']) },
    );
  });
});

describe('in PowerShell', () => {
  const scriptOf = (plan: VmPlan): string => powerShellScript(plan).script ?? 'none';
  /** The last command on one line. */
  const restoreOf = (plan: VmPlan): string =>
    scriptOf(plan)
      .slice(scriptOf(plan).indexOf('Restore-AzRecoveryServicesBackupItem'))
      .replaceAll(/ `\n\s*/g, ' ')
      .replace(/\n\}\n$/, '');
  const noteOf = (plan: VmPlan): string => powerShellScript(plan).notes.join(' ');

  const START =
    "Restore-AzRecoveryServicesBackupItem -RecoveryPoint $point -StorageAccountName 'staging1' -StorageAccountResourceGroupName 'rg-staging'";
  const END = '-VaultId $vault.ID -VaultLocation $vault.Location';

  describe('the three kinds', () => {
    test('a new VM', () => {
      expect(restoreOf(planOf(machine))).toBe(
        `${START} -TargetResourceGroupName 'rg-target' -TargetVMName 'app02' -TargetVNetName 'vnet-a' -TargetVNetResourceGroup 'rg-net' -TargetSubnetName 'default' ${END}`,
      );
    });

    test('disks', () => {
      expect(restoreOf(planOf(disks))).toBe(`${START} -TargetResourceGroupName 'rg-target' ${END}`);
    });

    test('a replacement, with a warning above the command', () => {
      expect(restoreOf(planOf(replacement))).toBe(`${START} ${END}`);
      expect(scriptOf(planOf(replacement))).toMatch(
        /\n# Without -TargetResourceGroupName, this replaces [^\n]+\nRestore-/,
      );
    });
  });

  test('nothing but a replacement is without a group, or says what else its disks become', () => {
    const access = fc.constantFrom(null, { kind: 'public' as const });
    const managed = fc.constantFrom(true, false, null);
    fc.assert(
      fc.property(managed, fc.boolean(), fc.boolean(), access, (isManaged, asManaged, has, net) => {
        const group = has ? disks.targetResourceGroupId : null;
        const restore = {
          ...disks,
          targetResourceGroupId: group,
          restoreWithManagedDisks: asManaged,
          networkAccess: net,
        };
        const { script } = powerShellScript(planOf(restore, { isManaged }));
        expect(script ?? '-RestoreAsUnmanagedDisks').toMatch(
          /-TargetResourceGroupName '|-RestoreAsUnmanagedDisks/,
        );
      }),
    );
  });

  test('the restore point is found by its VM, its group and its id', () => {
    const [begin, stop, context, vault, container, item, point] = scriptOf(planOf(disks)).split(
      '\n',
    );
    // A failed command ends the script: no variable of before is used.
    expect([begin, stop]).toEqual(['& {', "$ErrorActionPreference = 'Stop'"]);
    expect(context).toBe("$null = Set-AzContext -Subscription 'sub-a'");
    expect(vault).toContain("-ResourceGroupName 'rg-vault' -Name 'vault-a'");
    expect(container).toContain("-FriendlyName 'app01' -ResourceGroupName 'rg-app'");
    expect(item).toContain('-Container $container');
    expect(point).toContain("-RecoveryPointId '123' -VaultId $vault.ID");
  });

  test('the secondary region is named for the point and for the restore', () => {
    const script = scriptOf(planOf({ ...disks, region: 'northeurope' }, { isSecondary: true }));
    expect(script).toContain("-RecoveryPointId '123' -UseSecondaryRegion");
    expect(script).toContain('-RestoreToSecondaryRegion');
  });

  test.each<[object, string]>([
    [{ restoreDiskLunList: [] }, '-RestoreOnlyOSDisk'],
    [{ restoreDiskLunList: [0, 1] }, "-RestoreDiskList '0','1'"],
    [{ zone: '2' }, "-TargetZoneNumber '2'"],
    [{ diskEncryptionSetId: resourceId('/des') }, "-DiskEncryptionSetId '/des'"],
    [{ identity: { kind: 'system' } }, '-UseSystemAssignedIdentity'],
    [
      { identity: { kind: 'user', identityId: resourceId('/mi') } },
      "-UserAssignedIdentityId '/mi'",
    ],
    [
      { rehydration: { priority: 'High', days: 12 } },
      "-RehydratePriority High -RehydrateDuration '12'",
    ],
    [
      { networkAccess: { kind: 'private', diskAccessId: resourceId('/da') } },
      "-TargetDiskAccessId '/da'",
    ],
  ])('%j is written as %s, and otherwise left out', (more, text) => {
    expect(restoreOf(planOf({ ...disks, ...more }))).toContain(` ${text} `);
    expect(restoreOf(planOf(disks))).not.toContain(text);
  });

  test('unmanaged disks become managed ones by a parameter of their own', () => {
    const plan = planOf({ ...disks, restoreWithManagedDisks: true }, { isManaged: false });
    expect(restoreOf(plan)).toContain("-TargetResourceGroupName 'rg-target' -RestoreAsManagedDisk");
  });

  test.each<[string, VmPlan]>([
    ['original storage accounts', planOf(disks, { isManaged: false })],
    ['a number only', planOf({ ...disks, zone: 'NoZone' })],
    ['Cross Region Restore', planOf({ ...disks, region: 'northeurope' })],
    ['managed disks only', planOf(machine, { isManaged: false })],
    [
      'exclude zone',
      planOf({ ...disks, restoreWithManagedDisks: true, zone: '1' }, { isManaged: false }),
    ],
  ])('what it can’t express is a sentence, not a command: %s', (sentence, plan) => {
    expect(powerShellScript(plan).script).toBeNull();
    expect(noteOf(plan)).toContain(sentence);
  });

  /** The name of the new VM as PowerShell reads it; `refused` where the panel says why there is no command. */
  function nameIn(plan: VmPlan): string {
    const { script, notes } = powerShellScript(plan);
    if (script === null) return notes[0]?.includes('no command') === true ? 'refused' : '';
    const [, after = ''] = script.split('-TargetVMName ');
    const read = powerShellString(after);
    return read?.rest.startsWith(" `\n  -TargetVNetName 'vnet-a'") === true ? read.value : '';
  }

  test('hostile names stay one string each', () => {
    const name = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary' }));
    const asPart = (text: string) => text.replaceAll('/', '-');
    fc.assert(
      fc.property(name.map(asPart), (vm) => {
        const id = resourceId(`/subscriptions/sub-a/x/virtualMachines/${vm}`);
        const plan = planOf({ ...machine, targetVirtualMachineId: id });
        expect(nameIn(plan)).toBe(vm.includes('\0') ? 'refused' : vm);
      }),
      { examples: HOSTILE.map((text) => [asPart(text)]) },
    );
  });
});
