import { expect, test } from 'vitest';
import type { DiskRestore } from '#src/api/data-protection/restores.ts';
import { diskScripts } from '#src/datasources/azure-disk/commands.tsx';
import { diskPlanText, readDiskPlan } from '#src/datasources/azure-disk/request.ts';
import { bashArguments, HOSTILE, powerShellString } from '#src/lib/testing-shell.ts';
import { resourceId } from '#src/model/resource-id.ts';

const group = '/subscriptions/sub-a/resourceGroups';
const restore: DiskRestore = {
  instanceId: resourceId(
    `${group}/rg-vault/providers/Microsoft.DataProtection/backupVaults/bv/backupInstances/disk-1`,
  ),
  recoveryPointId: '0f',
  sourceDiskId: resourceId(`${group}/rg/providers/Microsoft.Compute/disks/disk`),
  targetDiskId: resourceId(`${group}/rg/providers/Microsoft.Compute/disks/disk-r`),
  region: 'westeurope',
};
const on = '--subscription sub-a --resource-group rg-vault --vault-name bv';

test('the Azure CLI writes its own request, validates it and starts the restore', () => {
  const { cli } = diskScripts(restore);
  // The redirection is tried below: here it would write a file.
  const commands = (cli.script ?? '')
    .replace('> restore.json', '')
    .trim()
    .split(/ &&\n(?=az )/);
  expect(
    bashArguments(commands.map((text) => text.replace(/ \\\n\s*$/, ''))).map((words) =>
      words.join(' '),
    ),
  ).toEqual([
    `az dataprotection backup-instance restore initialize-for-data-recovery --datasource-type AzureDisk --source-datastore OperationalStore --restore-location westeurope --target-resource-id ${restore.targetDiskId} --recovery-point-id 0f`,
    `az dataprotection backup-instance validate-for-restore ${on} --name disk-1 --restore-request-object restore.json`,
    `az dataprotection backup-instance restore trigger ${on} --backup-instance-name disk-1 --restore-request-object restore.json`,
  ]);
  expect(cli.script).toContain(' \\\n  > restore.json &&\naz ');
  expect(cli.notes.join(' ')).toContain('no option for the identity');
});

test('PowerShell makes a request for a new disk and starts the restore', () => {
  const script = diskScripts(restore).powerShell.script?.replaceAll(/ `\n\s*/g, ' ');
  expect(script).toBe(
    `& {\n$ErrorActionPreference = 'Stop'\n$request = Initialize-AzDataProtectionRestoreRequest -DatasourceType AzureDisk -SourceDataStore OperationalStore -RestoreLocation 'westeurope' -RestoreType AlternateLocation -TargetResourceId '${restore.targetDiskId}' -RecoveryPoint '0f' -UseSystemAssignedIdentity:$true\nStart-AzDataProtectionBackupInstanceRestore -SubscriptionId 'sub-a' -ResourceGroupName 'rg-vault' -VaultName 'bv' -BackupInstanceName 'disk-1' -Parameter $request\n}\n`,
  );
});

test('REST is the request that the wizard sends', () => {
  expect(diskScripts(restore).rest.script).toMatch(
    /^POST https:\/\/management\.azure\.com\S+\/backupInstances\/disk-1\/restore\?api-version=\S+\n/,
  );
});

test.each(HOSTILE.filter((name) => name !== '' && !name.startsWith('@')))(
  'the name %j stays as it is',
  (name) => {
    const id = resourceId(`${restore.targetDiskId}${name}`);
    const { cli, powerShell } = diskScripts({ ...restore, targetDiskId: id });
    const [first = ''] = (cli.script ?? '').split('--recovery-point-id');
    const [words = []] = bashArguments([first.replace(/ \\\n\s*$/, '')]);
    expect(words.at(-1)?.endsWith(id)).toBe(true);
    expect(
      powerShellString((powerShell.script ?? '').split('-TargetResourceId ')[1] ?? '')?.value,
    ).toBe(id);
  },
);

test.each(["'; rm -rf ~ #", 'null'])(
  'the Azure CLI reads the backup instance name %j otherwise, so that there is no script',
  (name) => {
    const id = resourceId(restore.instanceId.replace('disk-1', name));
    const { cli, powerShell } = diskScripts({ ...restore, instanceId: id });
    expect(cli.script).toBeNull();
    expect(cli.notes[0]).toContain(`in a syntax of its own. The value is “${name}”.`);
    expect(powerShell.script).toContain('-BackupInstanceName');
  },
);

test('a plan is read as it was written, and nothing else is one', () => {
  expect(readDiskPlan(diskPlanText(restore))).toEqual(restore);
  expect(readDiskPlan('{}')).toBeNull();
  expect(readDiskPlan(JSON.stringify({ ...restore, region: undefined }))).toBeNull();
  expect(readDiskPlan(JSON.stringify({ ...restore, newKey: 'x' }))).toEqual(restore);
  expect(readDiskPlan('no JSON')).toBeNull();
});
