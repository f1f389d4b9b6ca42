import { describe, expect, test } from 'vitest';
import { AS_NEW_VM, exampleDraft, exampleReads } from '#src/datasources/azure-vm/testing.ts';
import { suggestionsFor } from '#src/datasources/azure-vm/suggest.tsx';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { vmViewOf } from '#src/datasources/azure-vm/model.ts';
import type { DraftChange } from '#src/wizard/draft/schema.ts';
import { known } from '#src/wizard/reads/read.ts';

const reads = exampleReads();
const [account] = known(reads.accounts) ?? [];
const [group] = known(reads.groups) ?? [];
const OPEN = { vmName: null, rg: null, staging: null } as const;

const draftOf = (
  given: Parameters<typeof exampleDraft>[0],
  suggested: Draft['suggested'] = {},
) => ({
  ...exampleDraft({ ...AS_NEW_VM, ...given }),
  suggested,
});
type Draft = Parameters<typeof vmViewOf>[0];

const configured = (draft: Draft, read = reads): DraftChange =>
  suggestionsFor('configuration', vmViewOf(draft, read), group?.name ?? null);

describe('a new VM', () => {
  test('gets a name of its own, the group used last and an account that can be used', () => {
    expect(configured(draftOf(OPEN))).toEqual({
      vmName: 'testVM-restored-0101',
      rg: group?.name,
      staging: account?.id,
    });
  });

  test('gets another name where that is taken', () => {
    const taken = known(reads.machineNames) ?? [];
    const named: Reads = {
      ...reads,
      machineNames: { state: 'known', value: [...taken, 'testVM-restored-0101'] },
    };
    expect(configured(draftOf(OPEN), named)).toMatchObject({ vmName: 'testVM-restored-0101-2' });
  });

  test('gets no name before it is known which are taken', () => {
    const unread: Reads = { ...reads, machineNames: { state: 'forbidden' } };
    expect(configured(draftOf(OPEN), unread)).not.toHaveProperty('vmName');
  });

  test('gets no network', () => {
    expect(configured(draftOf({ ...OPEN, vnet: null, subnet: null }))).not.toHaveProperty('vnet');
  });

  test('gets no group where none is known', () => {
    expect(
      suggestionsFor('configuration', vmViewOf(draftOf(OPEN), reads), null),
    ).not.toHaveProperty('rg');
  });
});

test('an account that a rule refuses is left out', () => {
  if (account === undefined) throw new Error('the example has one');
  const refused = { ...account, id: resourceId(`${account.id}zrs`), redundancy: 'ZRS' } as const;
  const given: Reads = { ...reads, accounts: { state: 'known', value: [refused, account] } };
  expect(configured(draftOf(OPEN), given)).toMatchObject({ staging: account.id });
});

test('what was chosen or suggested before stays', () => {
  expect(configured(draftOf({ ...OPEN, vmName: 'mine' }, { staging: 'before' }))).toEqual({
    rg: group?.name,
  });
});

test('a draft that takes no suggestions gets none', () => {
  const draft = exampleDraft({ ...AS_NEW_VM, ...OPEN });
  expect(configured(draft)).toEqual({});
});
