import { expect, test } from 'vitest';
import {
  azDeploy,
  azDownload,
  powerShellDownload,
} from '#src/datasources/azure-vm/deploy/Downloads.tsx';
import { ok } from '#src/lib/result.ts';
import { instant } from '#src/lib/time.ts';

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

const target = { subscriptionId: 'sub-1', group: 'rg-restore' };
const at = instant(Date.parse('2025-06-05T02:44:30.000Z'));

test('a template is deployed into a resource group, by a link that is good for an hour', () => {
  const address = 'https://st.blob.core.windows.net/vm-0f/azuredeploy1-2.json';
  expect(azDeploy(target, address, at)).toEqual(
    ok(
      `az deployment group create --subscription 'sub-1' --resource-group 'rg-restore' --template-uri "$(az storage blob generate-sas --blob-url '${address}' --permissions r --expiry 2025-06-05T03:44Z --auth-mode login --as-user --full-uri --output tsv)"`,
    ),
  );
});

test.each(['', 'http://st/a/b', 'https://st', 'https://st/a"; x', 'https://st/$(x)', 'not'])(
  'no template is deployed from an address like %j',
  (address) => {
    expect(azDeploy(target, address, at)).toBeNull();
  },
);
