import { beforeEach, describe, expect, test, vi } from 'vitest';
import { ownName } from '#src/lib/owner.ts';
import { resetPageState } from '#src/lib/page-state.ts';
import { fakeStorage } from '#src/lib/testing.ts';
import { AS_NEW_VM, exampleDraft, exampleReads } from '#src/datasources/azure-vm/testing.ts';
import { VM_SUGGESTIONS } from '#src/datasources/azure-vm/suggest.ts';
import { suggestionsIn } from '#src/wizard/fields/Suggestions.tsx';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { vmViewOf } from '#src/datasources/azure-vm/model.ts';
import type { DraftChange } from '#src/wizard/draft/schema.ts';
import { known } from '#src/wizard/read.ts';

const reads = exampleReads();
const [account] = known(reads.accounts) ?? [];
const [group] = known(reads.groups) ?? [];
const OPEN = { vmName: null, rg: null, staging: null } as const;

const draftOf = (
  given: Parameters<typeof exampleDraft>[0],
  suggested: Draft['suggested'] = {},
) => ({ ...exampleDraft({ ...AS_NEW_VM, ...given }), suggested });
type Draft = Parameters<typeof vmViewOf>[0];

const configured = (draft: Draft, read = reads): DraftChange =>
  suggestionsIn(vmViewOf(draft, read), VM_SUGGESTIONS);

const storage = fakeStorage();
beforeEach(() => {
  resetPageState();
  storage.entries.clear();
  vi.stubGlobal('localStorage', storage.area);
  restoredTo(group?.name ?? null);
  return () => vi.unstubAllGlobals();
});

/** The latest restore of this browser went to a group; null: none was sent. */
function restoredTo(name: string | null): void {
  const draft = exampleDraft({ rg: name });
  const submission = { state: name === null ? 'none' : 'job', jobId: '/j', isAdopted: false };
  storage.entries.set(ownName('draft.sent'), JSON.stringify({ ...draft, id: 'sent', submission }));
}

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

  test('gets the name of its source once that is gone, unless another VM has it', () => {
    const gone: Reads = { ...reads, machine: { state: 'known', value: null } };
    const without = (known(reads.machineNames) ?? []).filter((name) => name !== 'testVM');
    const named = (names: string[]): Reads => ({
      ...gone,
      machineNames: { state: 'known', value: names },
    });
    expect(configured(draftOf(OPEN), named(without))).toMatchObject({ vmName: 'testVM' });
    expect(configured(draftOf(OPEN), named([...without, 'TESTVM']))).toMatchObject({
      vmName: 'testVM-restored-0101',
    });
    const unread: Reads = { ...named(without), machine: { state: 'forbidden' } };
    expect(configured(draftOf(OPEN), unread)).toMatchObject({ vmName: 'testVM-restored-0101' });
  });

  test('gets no name before it is known which are taken', () => {
    const unread: Reads = { ...reads, machineNames: { state: 'forbidden' } };
    expect(configured(draftOf(OPEN), unread)).not.toHaveProperty('vmName');
  });

  test('gets no network', () => {
    expect(configured(draftOf({ ...OPEN, vnet: null, subnet: null }))).not.toHaveProperty('vnet');
  });

  test('gets the group of its source where nothing was restored yet, or the group used last is gone', () => {
    restoredTo(null);
    expect(configured(draftOf(OPEN))).toMatchObject({ rg: 'testRG' });
    restoredTo('rg-deleted');
    resetPageState();
    expect(configured(draftOf(OPEN))).toMatchObject({ rg: 'testRG' });
  });

  test('gets no group where that of its source is gone, or is another of its name', () => {
    restoredTo(null);
    const groups = known(reads.groups) ?? [];
    const gone = groups.filter(({ name }) => name !== 'testRG');
    const elsewhere = groups.map((one) => ({
      ...one,
      id: resourceId(`/subscriptions/x${one.id}`),
    }));
    for (const value of [gone, elsewhere]) {
      const left: Reads = { ...reads, groups: { state: 'known', value } };
      expect(configured(draftOf(OPEN), left)).not.toHaveProperty('rg');
    }
  });

  test('gets a network that can be used, once its source is gone', () => {
    const gone: Reads = { ...reads, machine: { state: 'known', value: null } };
    const draft = draftOf({ ...OPEN, vnet: null, subnet: null });
    const [network] = known(reads.networks) ?? [];
    expect(configured(draft, gone)).toMatchObject({ vnet: network?.id });
    const elsewhere: Reads = {
      ...gone,
      networks: {
        state: 'known',
        value: (known(reads.networks) ?? []).map((one) => ({ ...one, region: 'eastus' })),
      },
    };
    expect(configured(draft, elsewhere)).not.toHaveProperty('vnet');
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
