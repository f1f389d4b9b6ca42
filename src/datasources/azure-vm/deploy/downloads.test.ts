import { expect, test } from 'vitest';
import { azDownloads, powerShellDownloads } from '#src/datasources/azure-vm/deploy/downloads.ts';
import { ok } from '#src/lib/result.ts';

const place = (blob: string) => ({ account: 'stage1', container: "vm'1", blob });
const files = [
  { place: place('$(rm -rf ~).json'), file: 'azuredeploy.json' },
  { place: place('‘config’.json'), file: 'vmconfig.json' },
];

test('both files are downloaded with the person’s own sign-in, every name quoted', () => {
  expect(azDownloads(files)).toEqual(
    ok(
      [
        "az storage blob download --auth-mode login --account-name 'stage1' --container-name 'vm'\\''1' --name '$(rm -rf ~).json' --file azuredeploy.json",
        "az storage blob download --auth-mode login --account-name 'stage1' --container-name 'vm'\\''1' --name '‘config’.json' --file vmconfig.json",
      ].join('\n'),
    ),
  );
});

test('PowerShell signs in to the account once', () => {
  expect(powerShellDownloads(files)).toEqual(
    ok(
      [
        "$context = New-AzStorageContext -StorageAccountName 'stage1' -UseConnectedAccount",
        "Get-AzStorageBlobContent -Context $context -Container 'vm''1' -Blob '$(rm -rf ~).json' -Destination azuredeploy.json",
        "Get-AzStorageBlobContent -Context $context -Container 'vm''1' -Blob '‘‘config’’.json' -Destination vmconfig.json",
      ].join('\n'),
    ),
  );
});

test('a name that no command can have is shown in place of the commands', () => {
  const odd = [{ place: place('@file'), file: 'a' }];
  expect(azDownloads(odd)).toMatchObject({ ok: false, reason: { why: 'file', value: '@file' } });
});
