import * as z from 'zod/mini';
import { maybe } from '#src/api/arm/wire.ts';

/** Shapes of moving points between tiers (azure-contract §5; 2024-04-01). */

/** The body of `POST {PI}/recoveryPointsRecommendedForMove`. */
export const recommendedForMoveWire = z.looseObject({
  objectType: z.literal('ListRecoveryPointsRecommendedForMoveRequest'),
  /** Names of points to leave out of the recommendation. */
  excludedRPList: maybe(z.array(z.string())),
});
export type RecommendedForMoveWire = z.infer<typeof recommendedForMoveWire>;

/** The body of `POST {RP}/move`: not in the contract, general knowledge of the specification (G). */
export const moveWire = z.looseObject({
  objectType: z.literal('MoveRPAcrossTiersRequest'),
  sourceTierType: z.string(),
  targetTierType: z.string(),
});
export type MoveWire = z.infer<typeof moveWire>;

/** The body of `POST {V}/backupTieringCost/default/fetchTieringCost` about a point in the archive. */
export const tieringCostRequestWire = z.looseObject({
  objectType: z.literal('FetchTieringCostInfoForRehydrationRequest'),
  containerName: z.string(),
  protectedItemName: z.string(),
  recoveryPointId: z.string(),
  rehydrationPriority: z.literal(['Standard', 'High']),
  sourceTierType: z.literal('ArchivedRP'),
  targetTierType: z.literal('HardenedRP'),
});
export type TieringCostRequestWire = z.infer<typeof tieringCostRequestWire>;

/** What bringing a point back costs. */
export const tieringCostWire = z.looseObject({
  objectType: z.literal('TieringCostRehydrationInfo'),
  rehydrationSizeInBytes: z.number(),
  retailRehydrationCostPerGBPerMonth: z.number(),
});
export type TieringCostWire = z.infer<typeof tieringCostWire>;

/**
 * The body of the same address about points that could go to the archive: those of one item, of a
 * policy's items, or of the whole vault.
 */
export const tieringSavingRequestWire = z.looseObject({
  objectType: z.literal([
    'FetchTieringCostSavingsInfoForProtectedItemRequest',
    'FetchTieringCostSavingsInfoForPolicyRequest',
    'FetchTieringCostSavingsInfoForVaultRequest',
  ]),
  containerName: maybe(z.string()),
  protectedItemName: maybe(z.string()),
  policyName: maybe(z.string()),
  sourceTierType: z.literal('HardenedRP'),
  targetTierType: z.literal('ArchivedRP'),
});
export type TieringSavingRequestWire = z.infer<typeof tieringSavingRequestWire>;

/** What moving points to the archive saves in a month, in retail prices. */
export const tieringSavingWire = z.looseObject({
  objectType: z.literal('TieringCostSavingInfo'),
  sourceTierSizeReductionInBytes: z.number(),
  targetTierSizeIncreaseInBytes: z.number(),
  retailSourceTierCostPerGBPerMonth: z.number(),
  retailTargetTierCostPerGBPerMonth: z.number(),
});
export type TieringSavingWire = z.infer<typeof tieringSavingWire>;

/** Every answer of `fetchTieringCost`, for any request. */
export const tieringAnswerWire = z.discriminatedUnion('objectType', [
  tieringCostWire,
  tieringSavingWire,
]);
