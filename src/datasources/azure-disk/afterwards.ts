import { backupVaultIdOf, groupIdOf } from '#src/api/arm/resource-id.ts';
import { azCommand, type Command, type CommandPart } from '#src/lib/command.ts';
import type { Disk } from '#src/model/machines.ts';
import type { StepCheck } from '#src/model/next-steps.ts';
import type { OsType } from '#src/model/points.ts';
import { nameOf, resourceId, type ResourceId } from '#src/model/resource-id.ts';
import type { Settled } from '#src/rules/settle.ts';
import { diskChecks } from '#src/strings/azure-disk-restore.ts';
import { draftOfJob } from '#src/wizard/draft/drafts.ts';

/** Commands of the Azure CLI, to copy (Microsoft Learn, reference of `az`). */

/** A command for a shell, and what it does. */
interface LabelledCommand {
  readonly label: string;
  readonly command: Command;
}

/** The options that name a machine by its id; `option` is how a command calls its name. */
function machineOptions(id: ResourceId, option: 'name' | 'vm-name'): CommandPart[] {
  const [, , subscription = '', , group = ''] = id.split('/');
  return [
    ['--subscription', subscription],
    ['--resource-group', group],
    [`--${option}`, nameOf(id)],
  ];
}

const words = diskChecks.afterwards;

/** What was read of the two disks of a restore. Undefined: not known; null: there is none. */
export interface Disks {
  readonly restoredId: ResourceId;
  readonly source: Disk | null | undefined;
  readonly restored: Disk | null | undefined;
}

/** The role of a restored disk in a VM: only an OS disk names an operating system. */
type DiskRole = keyof typeof words.use;

/** The part by what was read of the disks; a copy is of the kind of its source. */
export function roleOf({ source, restored }: Pick<Disks, 'source' | 'restored'>): DiskRole {
  const known = [restored, source].flatMap((disk) => disk ?? []);
  if (known.length === 0) return 'unknown';
  return known.some(({ osType }) => osType !== null) ? 'os' : 'data';
}

/** The machine in which the restored disk takes the place of its source; null: not reported. */
export const machineOfDisks = ({ source, restored }: Pick<Disks, 'source' | 'restored'>) =>
  source?.machineId ?? restored?.machineId ?? null;

/** Stands where the name of a machine has to be put in. */
const anyMachine = (option: string): CommandPart[] => [
  `--resource-group GROUP --${option} MACHINE`,
];

/**
 * How a restored disk takes the place of its source, by the part that it has in its machine (document
 * 002, Restore to create a new disk, last list). Of a disk whose part is not known, all ways.
 */
export function commandsAfter(disks: Disks): readonly LabelledCommand[] {
  switch (roleOf(disks)) {
    case 'os':
      return swapCommands(disks);
    case 'data':
      return attachCommands(disks);
    case 'unknown':
      return [...attachCommands(disks), ...swapCommands(disks)];
  }
}

function attachCommands(disks: Disks): readonly LabelledCommand[] {
  const { source, restoredId } = disks;
  const machine = machineOfDisks(disks);
  const where = machine === null ? anyMachine('vm-name') : machineOptions(machine, 'vm-name');
  const { detach, attach } = words.commands;
  const isAttached = source !== null && source !== undefined && source.machineId !== null;
  return [
    ...(isAttached
      ? [
          {
            label: detach,
            command: azCommand(['az vm disk detach', ...where, ['--name', source.name]]),
          },
        ]
      : []),
    {
      label: attach,
      command: azCommand(['az vm disk attach', ...where, ['--disks', restoredId]]),
    },
  ];
}

function swapCommands(disks: Disks): readonly LabelledCommand[] {
  const machine = machineOfDisks(disks);
  const where = machine === null ? anyMachine('name') : machineOptions(machine, 'name');
  const { stop, swap, start } = words.commands;
  return [
    { label: stop, command: azCommand(['az vm deallocate', ...where]) },
    {
      label: swap,
      command: azCommand(['az vm update', ...where, ['--os-disk', disks.restoredId]]),
    },
    { label: start, command: azCommand(['az vm start', ...where]) },
  ];
}

/** A guide of the documents to one step. */
interface Guide {
  readonly label: string;
  readonly href: string;
}

const LEARN = 'https://learn.microsoft.com/azure/virtual-machines';

/** The links of document 002, Restore to create a new disk, by operating system. */
const GUIDES = {
  detach: {
    Windows: 'windows/detach-disk#detach-a-data-disk-using-the-portal',
    Linux: 'linux/detach-disk#detach-a-data-disk-using-the-portal',
  },
  attach: {
    Windows: 'windows/attach-managed-disk-portal',
    Linux: 'linux/attach-disk-portal#attach-an-existing-disk',
  },
  swap: { Windows: 'windows/os-disk-swap', Linux: 'linux/os-disk-swap' },
} as const satisfies Record<string, Record<OsType, string>>;

const STEPS: Readonly<Record<DiskRole, readonly (keyof typeof GUIDES)[]>> = {
  data: ['detach', 'attach'],
  os: ['swap'],
  unknown: ['detach', 'attach', 'swap'],
};

/** The guides for a disk in a machine of an operating system; null: not known, then those of both. */
export function guidesFor(role: DiskRole, osType: OsType | null): readonly Guide[] {
  const systems = osType === null ? (['Windows', 'Linux'] as const) : [osType];
  return STEPS[role].flatMap((step) =>
    systems.map((os) => ({ label: words.guides[step](os), href: `${LEARN}/${GUIDES[step][os]}` })),
  );
}

/** Ids of the rules that say what to do after the restore of a disk (document 002, Restore to create a new disk). */
const REVOKE_STEP = 'disk.after.revoke';
const ATTACH_STEP = 'disk.after.attach-data';
const SWAP_STEP = 'disk.after.swap-os';
/** Of a disk whose role isn't known no rule says how it is put to use. */
const USE_STEP = 'own.use';
const USES: readonly string[] = [ATTACH_STEP, SWAP_STEP, USE_STEP];

/** The next steps of a disk's restore as it is chosen: one that puts it to use, and those of rules. Pure. */
export function diskSteps({ verdicts }: Pick<Settled, 'verdicts'>): string[] {
  const ids = verdicts.flatMap(({ rule, state }): string[] =>
    state === 'speaks' && [REVOKE_STEP, ...USES].includes(rule.id) ? [rule.id] : [],
  );
  return ids.some((id) => USES.includes(id)) ? ids : [USE_STEP, ...ids];
}

/**
 * The step that puts the restored disk to use, as it was at the press; of another browser's the first. Null: a draft of
 * before has none, as the role of its disk wasn't known.
 */
function putToUseStep(jobId: string): string | null {
  const stored = draftOfJob(jobId)?.nextSteps;
  return stored === undefined ? ATTACH_STEP : (stored.find((id) => USES.includes(id)) ?? null);
}

/** The steps after a restore with what reads each: putting the disk to use, and revoking the vault's role. */
export function stepsAfter(jobId: string, restoredId: ResourceId): DiskStepReads {
  const vaultId = resourceId(backupVaultIdOf(jobId) ?? '');
  const scope = groupIdOf(restoredId);
  const useId = putToUseStep(jobId);
  return {
    use: useId === null ? null : { id: useId, check: { kind: 'attached', diskId: restoredId } },
    revoke: {
      id: REVOKE_STEP,
      check: vaultId === '' ? null : { kind: 'diskRole', scope, vaultId },
    },
  };
}

interface DiskStepReads {
  readonly use: DiskStepRead | null;
  readonly revoke: DiskStepRead;
}

/** The same as a list. */
export const diskStepReads = ({ use, revoke }: DiskStepReads): readonly DiskStepRead[] =>
  use === null ? [revoke] : [use, revoke];

interface DiskStepRead {
  readonly id: string;
  readonly check: StepCheck | null;
}

/** The next steps of a disk's restore in words, by their ids. */
export const diskStepTexts: ReadonlyMap<string, string> = new Map([
  [ATTACH_STEP, words.use.data],
  [SWAP_STEP, words.use.os],
  [USE_STEP, words.anyUse],
  [REVOKE_STEP, words.revoke.title],
]);
