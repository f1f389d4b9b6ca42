import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  azureInstanceFromAddress,
  instanceAddress,
  instanceFromAddress,
  jobAddress,
  jobFromAddress,
  machineFromAddress,
  vaultAddress,
  vaultAddressOfJob,
  vaultFromAddress,
  vaultIn,
} from '#src/api/arm/address.ts';
import { sameId } from '#src/model/resource-id.ts';

/** Names as Azure allows them: no slash and no tilde. */
const name = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._;()-]{0,24}$/);
const vaults = fc
  .record({ sub: fc.uuid(), group: name, vault: name })
  .map(
    ({ sub, group, vault }) =>
      `/subscriptions/${sub}/resourceGroups/${group}/providers/Microsoft.RecoveryServices/vaults/${vault}`,
  );
const items = fc
  .tuple(vaults, name, name)
  .map(
    ([vault, container, item]) =>
      `${vault}/backupFabrics/Azure/protectionContainers/${container}/protectedItems/${item}`,
  );
const jobs = fc.tuple(vaults, fc.uuid()).map(([vault, job]) => `${vault}/backupJobs/${job}`);

describe('an id in the address bar', () => {
  test('of a protected item comes back as it was', () => {
    fc.assert(
      fc.property(items, (id) => {
        const address = instanceAddress(id);
        expect(address).not.toContain('/');
        expect(instanceFromAddress(address)).toBe(id);
      }),
    );
  });

  test('of a job comes back as it was', () => {
    fc.assert(
      fc.property(jobs, (id) => {
        const address = jobAddress(id);
        expect(address).not.toContain('/');
        expect(jobFromAddress(address)).toBe(id);
      }),
    );
  });

  test('of a vault comes back as it was', () => {
    fc.assert(
      fc.property(vaults, (id) => {
        const address = vaultAddress(id);
        expect(address).not.toContain('/');
        expect(vaultFromAddress(address)).toBe(id);
      }),
    );
  });

  test('in another letter case still names the same item', () => {
    fc.assert(
      fc.property(items, (id) => {
        expect(sameId(instanceFromAddress(instanceAddress(id.toUpperCase())), id)).toBe(true);
      }),
    );
  });

  test('survives being written into a URL and read from it', () => {
    fc.assert(
      fc.property(items, (id) => {
        const url = new URL(`https://x/instances/${encodeURIComponent(instanceAddress(id))}`);
        const part = url.pathname.slice('/instances/'.length);
        expect(instanceFromAddress(decodeURIComponent(part))).toBe(id);
      }),
    );
  });
});

describe('what is in a Backup vault', () => {
  const vault =
    '/subscriptions/8f2c1b7e/resourceGroups/rg/providers/Microsoft.DataProtection/backupVaults/bv';

  test('has an address that says so', () => {
    expect(vaultAddress(vault)).toBe('disks~8f2c1b7e~rg~bv');
    expect(instanceAddress(`${vault}/backupInstances/d-d-1`)).toBe('disks~8f2c1b7e~rg~bv~d-d-1');
    expect(jobAddress(`${vault}/backupJobs/j`)).toBe('disks~8f2c1b7e~rg~bv~j');
    expect(vaultAddressOfJob(`${vault}/backupJobs/j`)).toBe('disks~8f2c1b7e~rg~bv');
  });

  test('comes back as it was', () => {
    expect(vaultFromAddress('disks~8f2c1b7e~rg~bv')).toBe(vault);
    expect(instanceFromAddress('disks~8f2c1b7e~rg~bv~d')).toBe(`${vault}/backupInstances/d`);
    expect(jobFromAddress('disks~8f2c1b7e~rg~bv~j')).toBe(`${vault}/backupJobs/j`);
  });

  test.each(['disks', 'disks~', 'disks~a~b', 'disks~a~b~c~', 'disks~a~b~c~d~e'])(
    '"%s" is no address of it',
    (address) => {
      expect(instanceFromAddress(address)).toBeNull();
      expect(jobFromAddress(address)).toBeNull();
      expect(vaultFromAddress(address)).toBeNull();
    },
  );

  test('narrows a list by its vault alone', () => {
    expect(vaultIn(vault)).toBe(vault);
    expect(vaultIn(`${vault}/backupJobs/j`)).toBeNull();
  });
});

test('an id of another service is its own address', () => {
  expect(instanceAddress('tapes:shelf-3')).toBe('tapes:shelf-3');
  expect(instanceFromAddress('tapes:shelf-3')).toBe('tapes:shelf-3');
  expect(vaultFromAddress('tapes:shelf')).toBe('tapes:shelf');
  expect(machineFromAddress('tapes:shelf-3')).toBeNull();
  expect(azureInstanceFromAddress('tapes:shelf-3')).toBeNull();
  expect(instanceFromAddress('tapes:')).toBeNull();
  expect(vaultFromAddress('Tapes:shelf')).toBeNull();
});

test.each(['', 'testVM', 'a~b', 'a~b~c~d~e~f', 'a~b~~d~e', '~~~~', '/subscriptions/a'])(
  '"%s" is the address of no protected item',
  (address) => {
    expect(instanceFromAddress(address)).toBeNull();
  },
);

test.each(['', 'job', 'a~b~c', 'a~b~c~', 'a~b~c~d~', 'a~b~c~d~e~f'])(
  '"%s" is the address of no job',
  (address) => {
    expect(jobFromAddress(address)).toBeNull();
  },
);

test.each(['', 'vault', 'a~b', 'a~b~', '~~', 'a~b~c~d'])(
  '"%s" is the address of no vault',
  (address) => {
    expect(vaultFromAddress(address)).toBeNull();
  },
);

test('text that is no id of an item or a job is its own address, and leads nowhere', () => {
  expect(instanceAddress('/subscriptions/a')).toBe('/subscriptions/a');
  expect(jobAddress('/subscriptions/a')).toBe('/subscriptions/a');
  expect(vaultAddress('/subscriptions/a')).toBe('/subscriptions/a');
});

test.each(['..', '.', '%2e%2e', 'a%2Fb', 'a?b', 'a#b', 'a\\b', 'a/b', 'a\nb'])(
  'an address with the name %j leads nowhere in Azure',
  (other) => {
    const read = [
      instanceFromAddress(`s~g~v~c~${other}`),
      machineFromAddress(`s~${other}~v~c~i`),
      instanceFromAddress(`disks~s~g~v~${other}`),
      jobFromAddress(`s~g~v~${other}`),
      jobFromAddress(`s~g~v~j~${other}`),
      jobFromAddress(`disks~s~g~${other}~j`),
      vaultFromAddress(`${other}~g~v`),
      vaultFromAddress(`disks~s~g~${other}`),
    ];
    expect(read.filter((id) => id !== null)).toEqual([]);
  },
);
