import { instanceAddress } from '#src/api/arm/address.ts';
import type { FileView } from '#src/datasources/azure-vm/files/model.ts';
import { chosenPoint } from '#src/datasources/azure-vm/model.ts';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import { now } from '#src/lib/clock.ts';
import { dateTimeText, timeText } from '#src/lib/format.ts';
import { instant } from '#src/lib/time.ts';
import { SESSION_MS } from '#src/model/file-recovery.ts';
import type { UnreadSetting } from '#src/model/unread-settings.ts';
import { fileSession } from '#src/strings/file-session.ts';
import { known } from '#src/wizard/read.ts';
import { type Coverage, notLookedAt, unreadNames } from '#src/wizard/review/check.ts';
import type { TaskPlan } from '#src/wizard/task.ts';

const words = fileSession.plan;

/** When a session that starts now ends, as people read it. */
export const endText = (): string => timeText(instant(now() + SESSION_MS));

/** When the chosen restore point was made, as people read it; undefined: it is not chosen or not read. */
export function filePointText(view: FileView): string | undefined {
  const time = chosenPoint(view)?.time ?? null;
  return time === null ? undefined : dateTimeText(time);
}

/** What file recovery does, in words. */
export function filePlanOf(view: FileView): TaskPlan {
  const item = known(view.reads.instance);
  const sentence =
    item === undefined
      ? words.nothing
      : words.sentence(item.friendlyName, filePointText(view) ?? words.somePoint);
  return {
    about: item === undefined ? [] : [item.friendlyName, item.resourceGroup, item.vaultName],
    sentence: item === undefined ? sentence : `${sentence} ${words.endsAt(endText())}`,
    line: sentence,
    // What else there is to know stands below the picture.
    ...(item !== undefined && {
      headline: {
        title: words.headline(item.friendlyName, filePointText(view) ?? words.somePoint),
        more: '',
      },
    }),
    target: words.target,
    lost: [],
    notLookedAt: item === undefined ? [] : filesNotLookedAt(view.reads),
  };
}

const FILES = ['files'] as const;

/** What could refuse a file recovery, and what looks at it: the rules, by what is read and answered. */
export const FILES_COVERAGE: Coverage<'files', 'rules'> = {
  constraints: { by: 'rules', in: FILES },
  rightsVault: { by: null, in: FILES },
  runner: { by: null, in: FILES },
  signIn: { by: null, in: FILES },
  guard: { by: null, in: FILES },
};

/** Settings that matter to disks that are read from a restore point; all others are of the source, which isn’t touched. */
export const FILE_SETTINGS = [
  'securityType',
  'confidentialDisk',
  'edgeZone',
  'diskKinds',
  'ephemeralDisk',
  'diskPublicAccess',
] as const satisfies readonly UnreadSetting[];

/** What nothing here looks at before a file recovery, with the settings that the VM and its disks have. */
export function filesNotLookedAt({ machine, disks }: Pick<Reads, 'machine' | 'disks'>): string[] {
  const matters = (setting: UnreadSetting): boolean => FILE_SETTINGS.some((one) => one === setting);
  const things = [known(machine), ...disks.map(known)];
  return [
    ...notLookedAt(FILES_COVERAGE, 'files'),
    ...unreadNames(things.map((one) => ({ unread: (one?.unread ?? []).filter(matters) }))),
  ];
}

/** Where the disks of the chosen point are restored instead: the other way to its files. */
export const disksInstead = ({ shown }: Pick<FileView, 'shown'>) =>
  shown.instance === null
    ? null
    : {
        instance: instanceAddress(shown.instance),
        point: shown.point ?? undefined,
        option: 'restoreDisks' as const,
        view: shown.regionView,
      };
