import { expect, test } from 'vitest';
import { readEntry } from '#src/mocks/testing-files.ts';
import { clientScriptsOf, type ScriptWish } from '#src/mocks/recovery-services/file-recovery.ts';

const wish: ScriptWish = {
  operationId: '3826ff2f-0000-4000-a000-000000000000',
  pointName: '86906099550221',
  vmName: 'PSTestVM211e30',
  osType: 'Windows',
  vaultId: '/subscriptions/s/resourceGroups/g/providers/Microsoft.RecoveryServices/vaults/v',
  region: 'southeastasia',
  startsMs: Date.UTC(2020, 0, 31, 17, 55, 20, 452),
  expiresMs: Date.UTC(2020, 1, 1, 5, 55, 20, 452),
};

const read = (changes: Partial<ScriptWish> = {}) =>
  clientScriptsOf({ ...wish, ...changes }).map(readEntry);

test('a Windows VM has a text for people, and a program that is in its name alone', () => {
  const [text, program] = read();
  const suffix = text?.suffix ?? '';
  expect(suffix).toMatch(/^PSTestVM211e30_sea_\d{19}_160901\d{6}_[0-9a-f]{61}$/);
  expect(program).toMatchObject({
    os: 'Windows',
    extension: '.exe',
    url: 'https://download.microsoft.com/download/0/B/4/0B4C4191-DF3C-4142-9616-7234980B4777/IaaSVMILRExeForWindows.exe',
    suffix,
    content: 'NA',
  });
  expect([text?.os, text?.extension, text?.url]).toEqual(['Windows', '.txt', undefined]);
  const [, , owner = '', , hex = ''] = suffix.split('_');
  expect(text?.content).toMatch(
    new RegExp(
      `^User - ${owner}-${hex.slice(0, 8)}-[0-9a-f-]{27} , Target - Owner=${owner},Name=.+-86906099550221,Expiry=2/1/2020 5:55:20 AM, Sequence = 63716090\\d{10}$`,
    ),
  );
  expect(text?.content).not.toContain(text?.password);
});

test('a Linux VM has the whole script, with the password that its name has', () => {
  const [script, text] = read({ osType: 'Linux', vmName: 'Gerät_"1"' });
  expect(script?.password).toMatch(/^[0-9a-f]{15}$/);
  expect([script?.os, script?.extension, script?.url]).toEqual(['Linux', '.py', undefined]);
  expect(script?.content).toContain(`\nTargetPassword="${script?.password ?? ''}"\n`);
  expect(script?.content).toContain('\nMachineName="Gerät_\\"1\\""\n');
  expect([text?.os, text?.extension]).toEqual(['Linux', '.txt']);
  expect(text?.content).toContain(',Expiry=2/1/2020 5:55:20 AM,');
});

test.each([
  ['westus', 'wus'],
  ['WestCentralUS', 'wcus'],
  ['West Nowhere 2', 'westnowhere2'],
])('the service calls %s %s, also behind a name with underscores', (region, geo) => {
  const suffix = read({ region, vmName: 'a_b__c_' })[0]?.suffix ?? '';
  expect(suffix.startsWith(`a_b__c__${geo}_`)).toBe(true);
  expect(suffix.split('_').slice(-4)[0]).toBe(geo);
});

test.each([
  ['scripts', []],
  ['extension', ['.txt', '.run']],
  ['expiry', ['.exe']],
] as const)('an answer without %s has the entries %j', (lacks, extensions) => {
  expect(read({ lacks }).map(({ extension }) => extension)).toEqual(extensions);
});

test('each operation has a password of its own', () => {
  const again = { operationId: '3826ff2f-0000-4000-a000-000000000001' };
  const of = (changes?: Partial<ScriptWish>) => read(changes)[0]?.password;
  expect(of(again)).not.toBe(of());
});
