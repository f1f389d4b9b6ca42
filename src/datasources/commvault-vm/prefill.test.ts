import { QueryClient } from '@tanstack/react-query';
import { describe, expect, test } from 'vitest';
import { newCommvaultDraft } from '#src/datasources/commvault-vm/fields.ts';
import {
  commvaultQueriesAtRestore,
  commvaultQueriesOf,
  newCommvaultReader,
} from '#src/datasources/commvault-vm/prefill.ts';
import { COMMVAULT_READS, type CommvaultReadName } from '#src/datasources/commvault-vm/reads.ts';
import { testWizard } from '#src/datasources/commvault-vm/testing.ts';
import { keysOf } from '#src/lib/data.ts';
import { app01 } from '#src/mocks/commvault/testing.ts';
import type { ReadSource } from '#src/wizard/reads/read-table.ts';

const READ_SOURCES: Readonly<Record<CommvaultReadName, ReadSource>> = COMMVAULT_READS;
const NAMES = keysOf(READ_SOURCES);
const kindsOf = (queries: readonly { readonly queryKey: readonly unknown[] }[]) =>
  queries.map(({ queryKey: [first] }) => first);

test('before anything is chosen it asks for the subscriptions alone', () => {
  const { choices } = newCommvaultDraft('d', 0);
  const { queries, reads } = newCommvaultReader(new QueryClient())(choices);
  expect(kindsOf(queries.filter(({ enabled }) => enabled))).toEqual(['subscriptions']);
  expect(reads.vm.state).toBe('not asked');
});

test('while nothing has changed the reads stay the same object', () => {
  const { choices } = newCommvaultDraft('d', 0);
  const read = newCommvaultReader(new QueryClient());
  const { reads } = read(choices);
  expect(read({ ...choices, vmName: 'typed' }).reads).toBe(reads);
});

describe('once the VM is read', () => {
  const ofNew = ['resource groups', 'virtual networks', 'key vaults', 'machine sizes'];

  test('it asks where a new VM can go; in place only for accounts and regions', async () => {
    const { viewOf } = testWizard();
    const { shown, reads } = await viewOf(app01);
    const kindsFor = (cv: 'in-place' | 'out-of-place') =>
      kindsOf(
        commvaultQueriesOf({ choices: { ...shown, cv }, reads }).filter(({ enabled }) => enabled),
      );
    expect(kindsFor('out-of-place')).toEqual(expect.arrayContaining(ofNew));
    expect(kindsFor('in-place').filter((kind) => ofNew.includes(String(kind)))).toEqual([]);
    expect(kindsFor('in-place')).toContain('storage accounts');
  });

  test('what others may have changed is read again before a restore', async () => {
    const { viewOf } = testWizard();
    const { shown, reads } = await viewOf(app01);
    expect(keysOf(commvaultQueriesAtRestore({ choices: shown, reads }))).toEqual(
      NAMES.filter((name) => READ_SOURCES[name].readAgain === 'atRestore'),
    );
  });
});

describe.each(NAMES)('the read %s', (name) => {
  test('has a name for people that no other has', () => {
    const { what } = READ_SOURCES[name];
    expect(Object.values(READ_SOURCES).filter((one) => one.what === what)).toHaveLength(1);
  });

  test('stands below the read that it comes after', () => {
    const { after } = READ_SOURCES[name];
    expect([null, ...NAMES.slice(0, NAMES.indexOf(name))]).toContain(after);
  });
});
