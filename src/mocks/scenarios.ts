import { type Fault, fault } from '#src/mocks/faults/fault.ts';
import type { JobProfile, JobReadLimit, Origin } from '#src/mocks/world/fold.ts';
import type { WorldSeed } from '#src/mocks/world/seed.ts';
import { groupId } from '#src/mocks/world/ids.ts';
import { hrVault, prodVault } from '#src/mocks/world/worlds/default-estate.ts';
import { defaultWorld } from '#src/mocks/world/worlds/default.ts';
import { hostileNamesWorld } from '#src/mocks/world/worlds/hostile-names.ts';
import { longNamesWorld } from '#src/mocks/world/worlds/long-names.ts';
import { scaleWorld } from '#src/mocks/world/worlds/scale.ts';
import {
  documentWorld,
  exampleInstance,
  exampleSubscription,
} from '#src/mocks/world/worlds/document.ts';

export const scenarioIds = [
  'default',
  'document',
  'recorded',
  'answer-lost',
  'accepted-but-500',
  'throttled',
  'forbidden-vault',
  'job-fails',
  'job-stalls',
  'slow',
  'expiring-point',
  'vanishing-account',
  'group-deleted',
  'vault-without-rights',
  'few-rights',
  'strict-quota',
  'few-job-reads',
  'shared-job-reads',
  'zone-down',
  'region-down',
  'mounted-elsewhere',
  'long-names',
  'hostile-names',
  'scale',
] as const;
export type ScenarioId = (typeof scenarioIds)[number];

interface Scenario {
  readonly seed: WorldSeed;
  readonly profile?: JobProfile;
  readonly faults?: readonly Fault[];
  readonly removals?: Origin['removals'];
  readonly isQuotaStrict?: boolean;
  readonly jobReadLimit?: JobReadLimit;
  readonly otherReaders?: number;
}

/** Something of the documents' example that is deleted ten simulated minutes after the world's start. */
const removed = (id: string): Scenario => ({
  seed: defaultWorld,
  removals: [{ id, afterSeconds: 600 }],
});

const exampleGroup = (name: string): string =>
  groupId({ subscriptionId: exampleSubscription, name });

/** The default world, in which something goes wrong. */
const spoiled = (one: Fault): Scenario => ({ seed: defaultWorld, faults: [one] });

const newestPoint = `${exampleInstance.id}/recoveryPoints/${exampleInstance.points[0]?.name ?? ''}`;

const restore = { group: 'restore-start' } as const;

/** Named worlds with what goes wrong in them. What they are called is in the strings. */
const scenarios: Record<ScenarioId, Scenario> = {
  default: { seed: defaultWorld },
  document: { seed: documentWorld },
  recorded: { seed: defaultWorld, profile: 'recorded' },
  'answer-lost': spoiled(fault('answer-lost', restore, 1, { kind: 'answer-lost' })),
  'accepted-but-500': spoiled(fault('accepted-but-500', restore, 1, { kind: 'accepted-but-500' })),
  throttled: spoiled(
    fault('throttled', { operation: 'resourceGraph.query' }, 2, {
      kind: 'throttle',
      retryAfterSeconds: 20,
    }),
  ),
  'forbidden-vault': spoiled(
    fault(
      'forbidden-vault',
      { operation: 'recoveryPoints.list', path: '/vaults/rsv-hr-weu/' },
      null,
      { kind: 'status', status: 403 },
    ),
  ),
  'job-fails': spoiled(fault('job-fails', restore, 1, { kind: 'job-fails', task: 1 })),
  'job-stalls': spoiled(fault('job-stalls', restore, 1, { kind: 'job-stalls', task: 0 })),
  slow: spoiled(fault('slow', {}, null, { kind: 'latency', seconds: 8 })),
  'expiring-point': removed(newestPoint),
  'vanishing-account': removed(
    `${exampleGroup('testRG')}/providers/Microsoft.Storage/storageAccounts/testAccount`,
  ),
  'group-deleted': removed(exampleGroup('targetRG')),
  'vault-without-rights': {
    seed: {
      ...defaultWorld,
      vaults: defaultWorld.vaults.map((vault) =>
        vault.id === hrVault ? { ...vault, isForbidden: true } : vault,
      ),
    },
  },
  'few-rights': {
    seed: {
      ...defaultWorld,
      vaults: defaultWorld.vaults.map((vault) =>
        vault.id === prodVault ? { ...vault, isReadOnly: true } : vault,
      ),
      groups: defaultWorld.groups.map((group) =>
        group.name === 'rg-network-weu' ? { ...group, isReadOnly: true } : group,
      ),
    },
  },
  'strict-quota': { seed: defaultWorld, isQuotaStrict: true },
  'few-job-reads': { seed: defaultWorld, jobReadLimit: 'hour 150' },
  'shared-job-reads': { seed: defaultWorld, jobReadLimit: 'hour 150', otherReaders: 2 },
  'zone-down': { seed: { ...defaultWorld, outages: [{ region: 'westeurope', zone: '1' }] } },
  // Where vaults of every redundancy are: GRS in the one, LRS, ZRS and Cross Region Restore in the other.
  'region-down': {
    seed: { ...defaultWorld, outages: [{ region: 'eastus2' }, { region: 'westeurope' }] },
  },
  'mounted-elsewhere': {
    seed: {
      ...defaultWorld,
      fileRecovery: { sessions: [{ pointId: newestPoint, startedSecondsBefore: 3600 }] },
    },
  },
  'long-names': { seed: longNamesWorld },
  'hostile-names': { seed: hostileNamesWorld },
  scale: {
    get seed() {
      return scaleWorld();
    },
  },
};

/** The scenario of a name, or null when there is none of that name. */
export function scenarioIdOf(name: unknown): ScenarioId | null {
  return scenarioIds.find((id) => id === name) ?? null;
}

/** Where the world of a scenario starts. */
export function originOf(id: ScenarioId): Origin {
  const { profile = 'documented', faults = [], removals = [], ...world } = scenarios[id];
  return { ...world, profile, faults, removals };
}
