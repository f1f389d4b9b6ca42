import { originOf } from '#src/mocks/scenarios.ts';
import { exampleItem, exampleRestore } from '#src/mocks/testing-example.ts';
import { type TestAzure, testAzure } from '#src/mocks/testing.ts';
import type { AccountSeed, GroupSeed, WorldSeed } from '#src/mocks/world/seed.ts';

/** Document 004's example, whose disks were restored: its template is in the staging account. */

const root = '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups';
export const stagedGroup = `${root}/targetRG`;
export const stagedAccount = `${root}/testRG/providers/Microsoft.Storage/storageAccounts/testAccount`;

/** What of the world a test wants otherwise. */
interface Otherwise {
  readonly account?: Partial<AccountSeed>;
  readonly group?: Partial<GroupSeed>;
  readonly world?: Partial<WorldSeed>;
}

function originWith({ account = {}, group = {}, world = {} }: Otherwise) {
  const origin = originOf('document');
  const { seed } = origin;
  const accounts = seed.accounts.map((one) =>
    one.id === stagedAccount ? { ...one, ...account } : one,
  );
  const groups = seed.groups.map((one) => (one.name === 'targetRG' ? { ...one, ...group } : one));
  return { ...origin, seed: { ...seed, accounts, groups, ...world } };
}

/** The example's world an hour after its disks were restored to {@link stagedGroup}. */
export async function stagedWorld(otherwise: Otherwise = {}): Promise<TestAzure> {
  const it = testAzure(originWith(otherwise));
  const { properties } = exampleRestore;
  await it.send(
    'POST',
    `${exampleItem}/recoveryPoints/20982486783671/restore?api-version=2024-04-01`,
    { properties: { ...properties, targetResourceGroupId: stagedGroup } },
  );
  it.clock.add(3600);
  return it;
}

/** The address of the job's template, or of another of its blobs, as its property bag has it. */
export const stagedTemplate =
  'https://testaccount.blob.core.windows.net/testvm-7c010fe76bcf2d318d8d29eb3b7d0610/azuredeploy3021262a-fb3a-4538-9b37-e3e97a386093.json';
export const stagedConfig = stagedTemplate.replace('azuredeploy', 'config-testVM-');
