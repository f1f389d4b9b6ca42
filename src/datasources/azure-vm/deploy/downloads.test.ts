import { expect, test } from 'vitest';
import { azDownload, powerShellDownload } from '#src/datasources/azure-vm/deploy/downloads.ts';
import { ok } from '#src/lib/result.ts';

const download = (blob: string) => ({
  place: { account: 'stage1', container: "vm'1", blob },
  file: 'azuredeploy.json',
});

test('a file is downloaded with the person’s own sign-in, every name quoted', () => {
  const hostile = download('$(rm -rf ~).json');
  expect(azDownload(hostile)).toEqual(
    ok(
      "az storage blob download --auth-mode login --account-name 'stage1' --container-name 'vm'\\''1' --name '$(rm -rf ~).json' --file azuredeploy.json",
    ),
  );
  expect(powerShellDownload(hostile)).toEqual(
    ok(
      "Get-AzStorageBlobContent -Context (New-AzStorageContext -StorageAccountName 'stage1' -UseConnectedAccount) -Container 'vm''1' -Blob '$(rm -rf ~).json' -Destination azuredeploy.json",
    ),
  );
});

test('curly quotes end no text of PowerShell', () => {
  const command = powerShellDownload(download('‘a’'));
  expect(command.ok && command.value).toContain("-Blob '‘‘a’’'");
});

test('a name that no command can have is shown in place of the command', () => {
  expect(azDownload(download('@file'))).toMatchObject({
    ok: false,
    reason: { why: 'file', value: '@file' },
  });
});
