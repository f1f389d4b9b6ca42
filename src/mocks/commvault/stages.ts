import { hashNumbers } from '#src/mocks/world/ids.ts';

/**
 * The stages of a restore (document 003, Restore Process). Their names on the wire, how long they
 * take and their weights in the percent are assumed (A).
 */

export const stageKinds = [
  'wait',
  'engage',
  'delete',
  'mount',
  'write',
  'create',
  'convert',
  'secure',
] as const;
export type StageKind = (typeof stageKinds)[number];

/** What a stage is called on the wire, in the profile that reports stages (A). */
export const stageNames: Record<StageKind, string> = {
  wait: 'Waiting for a media agent',
  engage: 'Engage the Virtual Server file system driver',
  delete: 'Delete the existing VM',
  mount: 'Mount VM disks',
  write: 'Write data from library',
  create: 'Create the VM',
  convert: 'Convert to managed VM',
  secure: 'Configure the network security group',
};

/** Percent of the job at the beginning of a stage (A). */
export const stagePercents: Record<StageKind, number> = {
  wait: 0,
  engage: 2,
  delete: 5,
  mount: 8,
  write: 8,
  create: 88,
  convert: 92,
  secure: 97,
};

export interface Stage {
  readonly kind: StageKind;
  /** Simulated seconds. */
  readonly seconds: number;
}

const BYTES_PER_SECOND = 365_000_000;

interface StagesWanted {
  readonly jobId: number;
  readonly bytes: number;
  readonly isInPlace: boolean;
  readonly isManaged: boolean;
  readonly hasSecurityGroup: boolean;
}

/** The stages of a restore with their simulated seconds. Restores queue as backups do: 77 to 149 s (R). */
export function stagesOf(wanted: StagesWanted): readonly Stage[] {
  const { jobId, bytes, isInPlace, isManaged, hasSecurityGroup } = wanted;
  const seconds: Record<StageKind, number> = {
    wait: 77 + (hashNumbers(jobId, 5) % 73),
    engage: 20,
    delete: isInPlace ? 40 : 0,
    mount: 45,
    write: Math.max(1, Math.ceil(bytes / BYTES_PER_SECOND)),
    create: 90,
    convert: isManaged ? 120 : 0,
    secure: hasSecurityGroup ? 15 : 0,
  };
  return stageKinds
    .map((kind) => ({ kind, seconds: seconds[kind] }))
    .filter((stage) => stage.seconds > 0);
}
