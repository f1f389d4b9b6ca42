import { describe, expect, test } from 'vitest';
import {
  optionsInRegion,
  stagingChoice,
  vnetChoice,
} from '#src/datasources/azure-vm/candidates.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import { vmModel } from '#src/datasources/azure-vm/model.ts';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import {
  AS_NEW_VM,
  exampleReads,
  exampleView,
  PRINCIPAL,
  SUB,
  sayRule,
} from '#src/datasources/azure-vm/testing.ts';
import { resourceId } from '#src/model/resource-id.ts';
import type { StepId } from '#src/rules/fields.ts';
import { judgeValue, uncheckedOfStep } from '#src/wizard/explain/findings.ts';
import { schemaFor } from '#src/wizard/explain/step-schema.ts';
import { known } from '#src/wizard/reads/read.ts';

/** What people paste, what Azure spells in its own way, and what it does not tell. */

const provider = `/subscriptions/${SUB}/resourceGroups/rg/providers`;
const own = resourceId(`${provider}/Microsoft.ManagedIdentity/userAssignedIdentities/id-restore`);
const withIdentity: Reads = exampleReads({
  vault: {
    identities: ['user'],
    userIdentityIds: [own],
    userPrincipalIds: { [own.toLowerCase()]: PRINCIPAL },
  },
});

/** The rules that keep a step from being left. */
function refusals(step: StepId, choices: Partial<VmChoices>, reads: Reads): string[] {
  const { shown } = exampleView(choices, reads);
  const result = schemaFor(vmModel, step, reads).safeParse(shown);
  return result.error?.issues.map(({ message }) => message) ?? [];
}

describe('the id of an identity', () => {
  const refused = (identityId: string) =>
    refusals('configuration', { identity: 'user', identityId }, withIdentity).filter((id) =>
      id.startsWith('platform.'),
    );

  test.each([
    ['in other letters, as good as the vault’s own', own.toUpperCase(), []],
    [
      'of a storage account',
      `${provider}/Microsoft.Storage/storageAccounts/st`,
      ['platform.identity-id.kind'],
    ],
    [
      'of an identity that is not the vault’s',
      `${provider}/Microsoft.ManagedIdentity/userAssignedIdentities/id-other`,
      ['platform.identity-id.on-vault'],
    ],
    ['that is none', 'id-restore', ['platform.identity-id.form']],
    ['with blanks around', ` ${own} `, ['platform.identity-id.blanks']],
  ] as const)('%s', (_, id, expected) => {
    expect(refused(id)).toEqual(expected);
  });

  test('is refused with a sentence of its own each time', () => {
    const ids = ['kind', 'on-vault', 'form', 'blanks'] as const;
    expect(new Set(ids.map((id) => sayRule(`platform.identity-id.${id}`))).size).toBe(ids.length);
  });
});

describe.each(['West US', 'westus', 'WestUS'])('a vault in a region written %s', (region) => {
  const reads = exampleReads({ vault: { region }, zones: ['1'] });
  const view = exampleView(AS_NEW_VM, reads);

  test('has the accounts, networks, sets and zones of its region', () => {
    const [account] = known(reads.accounts) ?? [];
    const [network] = known(reads.networks) ?? [];
    if (account === undefined || network === undefined) throw new Error('the example has both');
    expect(judgeValue(view, 'staging', stagingChoice(account)).blocked).toBeUndefined();
    expect(judgeValue(view, 'vnet', vnetChoice(network)).blocked).toBeUndefined();
    expect(
      judgeValue(view, 'staging', stagingChoice({ ...account, region: 'East US' })).blocked,
    ).toBeDefined();
    expect(optionsInRegion(view, reads.encryptionSets)).toHaveLength(1);
    expect(view.facts).toMatchObject({
      target: { stagingAccountsInRegion: 1, regionHasZones: true },
      vault: { secondaryRegion: 'eastus' },
    });
  });

  test('lets the example go on to Review', () => {
    expect(refusals('configuration', AS_NEW_VM, reads)).toEqual([]);
    expect(refusals('review', AS_NEW_VM, reads)).toEqual([]);
  });
});

describe.each(['forbidden', 'failed'] as const)('a vault whose settings are %s', (state) => {
  const reads: Reads = { ...exampleReads(), vault: { state }, vaultEncryption: { state } };

  test('blocks no step, and what depends on it is not checked', () => {
    for (const step of ['instance', 'restore-point', 'configuration', 'network-access'] as const) {
      expect(refusals(step, { ...AS_NEW_VM, identity: 'user', identityId: own }, reads)).toEqual(
        [],
      );
    }
    const view = exampleView({ ...AS_NEW_VM, identity: 'user', identityId: own }, reads);
    const open = uncheckedOfStep(view, 'configuration').map(({ rule }) => rule.id);
    expect(open).toEqual(expect.arrayContaining(['staging.region', 'identity.on-vault']));
  });
});
