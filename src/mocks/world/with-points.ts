import type { InstanceSeed, PointSeed, TierSeed } from '#src/mocks/world/seed.ts';

/** A point with other copies; facts are named one by one for the same reason as in {@link withPoints}. */
export function withTiers(one: PointSeed, tiers: readonly TierSeed[]): PointSeed {
  return {
    name: one.name,
    time: one.time,
    consistency: one.consistency,
    tiers,
    ...(one.privateAccess === undefined ? {} : { privateAccess: one.privateAccess }),
    ...(one.machineThen === undefined ? {} : { machineThen: one.machineThen }),
    ...(one.rule === undefined ? {} : { rule: one.rule }),
    ...(one.expires === undefined ? {} : { expires: one.expires }),
    ...(one.isSoftDeleted === undefined ? {} : { isSoftDeleted: one.isSoftDeleted }),
  };
}

/** A backup instance with other points; its facts are getters in a generated world, and a spread would lose them. */
export function withPoints(one: InstanceSeed, points: readonly PointSeed[]): InstanceSeed {
  return {
    id: one.id,
    vaultId: one.vaultId,
    machineId: one.machineId,
    friendlyName: one.friendlyName,
    policyName: one.policyName,
    protectionState: one.protectionState,
    healthStatus: one.healthStatus,
    lastBackupStatus: one.lastBackupStatus,
    lastBackupTime: one.lastBackupTime,
    points,
    ...(one.softDeleted === undefined ? {} : { softDeleted: one.softDeleted }),
  };
}
