import { machineFromAddress } from '#src/api/arm/address.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import type { Address } from '#src/lib/address-values.ts';
import { type Instant, parseInstant } from '#src/lib/time.ts';
import type { RecoveryPoint } from '#src/model/points.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import {
  type RestoreOptionKind,
  type ScenarioId,
  scenarioIdOf,
} from '#src/model/restore-option.ts';
import type { Explanation } from '#src/ui/explanation.tsx';

/**
 * A scenario of document 001, Understand restore scenarios, in the rules' own words; and the one of
 * document 000, Restore VMs with special configurations.
 */
type DocumentScenario =
  | 'entire-vm'
  | 'disk'
  | 'files'
  | 'encrypted'
  | 'cross-region'
  | 'bare-metal';

export interface Scenario {
  /** The scenario of the documents that it belongs to. */
  readonly document: DocumentScenario;
  /** Whether it matters when the machine was last good; else its newest point is wanted. */
  readonly asksTime: boolean;
  /** The options that come into question, the fitting one that touches least first. */
  readonly restoreOptions: readonly RestoreOptionKind[];
  /** What the person says is down, which no service tells. */
  readonly down?: 'zone' | 'region';
  /** The person says that the VM was deleted: those that weren’t found are listed first. */
  readonly isOfGone?: true;
}

/** Beside the machine first, in its place last. */
const BESIDE_FIRST = ['newVm', 'disks', 'replace'] as const;
/** Where the trouble is in the data of a disk, a machine is more than is needed. */
const DISKS_FIRST = ['disks', 'newVm', 'replace'] as const;

/** What may have happened, and which options lead back. */
export const SCENARIOS: Readonly<Record<ScenarioId, Scenario>> = {
  'file-gone': {
    document: 'files',
    asksTime: true,
    restoreOptions: ['files', ...DISKS_FIRST],
  },
  'bad-change': { document: 'entire-vm', asksTime: true, restoreOptions: BESIDE_FIRST },
  'no-start': { document: 'entire-vm', asksTime: true, restoreOptions: BESIDE_FIRST },
  ransomware: {
    document: 'entire-vm',
    asksTime: true,
    restoreOptions: ['isolatedVm', 'disks', 'replace'],
  },
  'machine-deleted': {
    document: 'entire-vm',
    asksTime: false,
    isOfGone: true,
    restoreOptions: BESIDE_FIRST,
  },
  'zone-down': {
    document: 'entire-vm',
    asksTime: false,
    down: 'zone',
    restoreOptions: ['zoneVm', 'newVm', 'regionVm', 'zoneDisks', 'disks', 'regionDisks', 'replace'],
  },
  'region-down': {
    document: 'cross-region',
    asksTime: false,
    down: 'region',
    restoreOptions: ['regionVm', 'newVm', 'regionDisks', 'disks', 'replace'],
  },
  rehearsal: { document: 'entire-vm', asksTime: false, restoreOptions: ['isolatedVm', 'disks'] },
  'disk-lost': { document: 'disk', asksTime: true, restoreOptions: DISKS_FIRST },
  copy: { document: 'entire-vm', asksTime: false, restoreOptions: ['newVm', 'disks'] },
  encrypted: { document: 'encrypted', asksTime: false, restoreOptions: BESIDE_FIRST },
  'bare-metal': { document: 'bare-metal', asksTime: false, restoreOptions: BESIDE_FIRST },
};

/**
 * How much an option touches, least first: looking into a point, a machine beside the source, disks
 * beside it, and what takes the place of the source.
 */
export type Touch = 'looks' | 'besideVm' | 'besideDisks' | 'replaces';

interface RestoreOptionFacts {
  readonly touch: Touch;
  /** The restore type; null where files are recovered. */
  readonly option: VmChoices['option'];
  /** Into another zone of the region, or into the paired region. */
  readonly to?: 'otherZone' | 'pairedRegion';
}

/** What each option is, without regard to a machine. */
export const RESTORE_OPTIONS: Readonly<Record<RestoreOptionKind, RestoreOptionFacts>> = {
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
 * Whether an option can be taken: `open` here and now; `blocked` by the rules that the reasons name;
 * `waits` until what is down is there again.
 */
export type RestoreOptionState = 'open' | 'blocked' | 'waits';

/** A restore option for one machine. */
export interface VmRestoreOption {
  readonly kind: RestoreOptionKind;
  readonly state: RestoreOptionState;
  /** What the wizard is given besides machine and point. */
  readonly choices: Partial<Pick<VmChoices, 'group' | 'option' | 'zone' | 'outage' | 'regionView'>>;
  /** The newest restore point before the time given that this way can use. */
  readonly point: RecoveryPoint | null;
  /** A newer one before that time, and why this way cannot use it. */
  readonly passedOver: {
    readonly point: RecoveryPoint;
    readonly reasons: Explanation['reasons'];
  } | null;
  /** The rules that stand in the way; empty unless it is blocked. */
  readonly reasons: Explanation['reasons'];
  /** Facts that couldn't be read, so that it is unknown whether a rule refuses the option. */
  readonly notChecked: readonly string[];
  /** What is looked for may be on a disk that it doesn't reach. */
  readonly isPartial: boolean;
  /** What the rules warn of, particular to this machine. */
  readonly warnings: readonly string[];
  /** What is left to do when the restore has ended. */
  readonly afterwards: readonly string[];
}

/** What an address asks for, and the words in it that mean nothing. */
export interface WhatHappenedAnswers {
  readonly scenario: ScenarioId | null;
  readonly instance: ResourceId | null;
  /** A restore point has to be older than this. */
  readonly before: Instant | null;
  readonly ignored: readonly IgnoredPart[];
}

export interface IgnoredPart {
  readonly what: 'what' | 'instance' | 'before' | 'future';
  readonly text: string;
}

/** Reads the choices of an address at the moment `at`. Pure; what means nothing is left out and listed. */
export function readAddress(address: Address, at: Instant): WhatHappenedAnswers {
  const { what, instance: machine, before: time } = address;
  const scenario = what === undefined ? null : scenarioIdOf(what);
  const instance = machine === undefined ? null : machineFromAddress(machine);
  const before = parseInstant(time);
  const ignored: IgnoredPart[] = [];
  const isMissing = (text: string | undefined, value: unknown): text is string =>
    text !== undefined && value === null;
  if (isMissing(what, scenario)) ignored.push({ what: 'what', text: what });
  if (isMissing(machine, instance)) ignored.push({ what: 'instance', text: machine });
  if (isMissing(time, before)) ignored.push({ what: 'before', text: time });
  const isFuture = before !== null && before > at;
  if (isFuture) ignored.push({ what: 'future', text: time ?? '' });
  return { scenario, instance, before: isFuture ? null : before, ignored };
}
