import type { ScenarioId, WayKind } from '#src/model/scenario.ts';

/**
 * A scenario of document 001, Understand restore scenarios, in the rules' own words; and the one of
 * document 000, Restore VMs with special configurations.
 */
export type DocumentScenario =
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
  /** The ways that come into question, the fitting one that touches least first. */
  readonly ways: readonly WayKind[];
  /** What the person says is down, which no service tells. */
  readonly down?: 'zone' | 'region';
}

/** Beside the machine first, in its place last. */
const BESIDE_FIRST = ['newVm', 'disks', 'replace'] as const;
/** Where the trouble is in the data of a disk, a machine is more than is needed. */
const DISKS_FIRST = ['disks', 'newVm', 'replace'] as const;

/** What may have happened, and which ways lead back. */
export const SCENARIOS: Readonly<Record<ScenarioId, Scenario>> = {
  'file-gone': { document: 'files', asksTime: true, ways: ['files', ...DISKS_FIRST] },
  'bad-change': { document: 'entire-vm', asksTime: true, ways: BESIDE_FIRST },
  'no-start': { document: 'entire-vm', asksTime: true, ways: BESIDE_FIRST },
  ransomware: { document: 'entire-vm', asksTime: true, ways: ['isolatedVm', 'disks', 'replace'] },
  'machine-deleted': { document: 'entire-vm', asksTime: false, ways: BESIDE_FIRST },
  'zone-down': {
    document: 'entire-vm',
    asksTime: false,
    down: 'zone',
    ways: ['zoneVm', 'newVm', 'regionVm', 'zoneDisks', 'disks', 'regionDisks', 'replace'],
  },
  'region-down': {
    document: 'cross-region',
    asksTime: false,
    down: 'region',
    ways: ['regionVm', 'newVm', 'regionDisks', 'disks', 'replace'],
  },
  rehearsal: { document: 'entire-vm', asksTime: false, ways: ['isolatedVm', 'disks'] },
  'disk-lost': { document: 'disk', asksTime: true, ways: DISKS_FIRST },
  copy: { document: 'entire-vm', asksTime: false, ways: ['newVm', 'disks'] },
  encrypted: { document: 'encrypted', asksTime: false, ways: BESIDE_FIRST },
  'bare-metal': { document: 'bare-metal', asksTime: false, ways: BESIDE_FIRST },
};
