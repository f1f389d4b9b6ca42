import type { RecoveryPoint } from '#src/model/recovery-services.ts';
import type { WayKind } from '#src/model/scenario.ts';
import type { Explanation } from '#src/ui/explanation.ts';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';

/**
 * How much a way touches, least first: looking into a point, a machine beside the source, disks
 * beside it, and what takes the place of the source.
 */
export type Touch = 'looks' | 'besideVm' | 'besideDisks' | 'replaces';

export interface WayFacts {
  readonly touch: Touch;
  /** The restore type; null where no restore is made. */
  readonly option: DraftChoices['option'];
  /** Into another zone of the region, or into the paired region. */
  readonly to?: 'otherZone' | 'pairedRegion';
}

/** What each way is, without regard to a machine. */
export const WAYS: Readonly<Record<WayKind, WayFacts>> = {
  files: { touch: 'looks', option: null },
  isolatedVm: { touch: 'besideVm', option: 'createVm' },
  newVm: { touch: 'besideVm', option: 'createVm' },
  zoneVm: { touch: 'besideVm', option: 'createVm', to: 'otherZone' },
  regionVm: { touch: 'besideVm', option: 'createVm', to: 'pairedRegion' },
  disks: { touch: 'besideDisks', option: 'restoreDisks' },
  zoneDisks: { touch: 'besideDisks', option: 'restoreDisks', to: 'otherZone' },
  regionDisks: { touch: 'besideDisks', option: 'restoreDisks', to: 'pairedRegion' },
  replace: { touch: 'replaces', option: 'replaceDisks' },
};

/**
 * Whether a way can be taken: `open` here and now; `blocked` by the rules that the reasons name;
 * `elsewhere` in Azure's portal and not in this product; `waits` until what is down is there again.
 */
export type WayState = 'open' | 'blocked' | 'elsewhere' | 'waits';

/** A way back for one machine. */
export interface Way {
  readonly kind: WayKind;
  readonly state: WayState;
  /** What the wizard is given besides machine and point. */
  readonly choices: Partial<
    Pick<DraftChoices, 'group' | 'option' | 'zone' | 'outage' | 'regionView'>
  >;
  /** The newest restore point before the time given that this way can use. */
  readonly point: RecoveryPoint | null;
  /** A newer one before that time, and why this way cannot use it. */
  readonly passedOver: {
    readonly point: RecoveryPoint;
    readonly reasons: Explanation['reasons'];
  } | null;
  /** The rules that stand in the way; empty unless it is blocked. */
  readonly reasons: Explanation['reasons'];
  /** Facts that could not be read, so that nobody knows whether a rule stands in the way. */
  readonly notChecked: readonly string[];
  /** What the rules warn of, particular to this machine. */
  readonly warnings: readonly string[];
  /** What is left to do when the restore has ended. */
  readonly afterwards: readonly string[];
}
