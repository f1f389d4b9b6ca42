import type { DiskBuild, BuildSource } from '#src/datasources/azure-vm/disks/stored-orders.ts';
import { keysOf } from '#src/lib/data.ts';
import { listText } from '#src/lib/wording.ts';
import type { Machine } from '#src/model/machines.ts';
import { UNREAD_SETTINGS, type UnreadSetting } from '#src/model/unread-settings.ts';
import { coverage } from '#src/strings/checks.ts';
import { diskActions as words } from '#src/strings/disks.ts';

/** What of the VM that was backed up comes to a VM that is built from its disks, and what doesn't. */

type Setting = keyof typeof words.setting;

const SETTINGS = keysOf(words.setting);

/** A plan has lines of its own for these; kinds of disks are the disks’ own. */
const LISTED_HERE: readonly UnreadSetting[] = ['securityType', 'plan', 'diskKinds'];

/** A flag has no value besides being on. */
const flag = (isOn: boolean): string | null => (isOn ? '' : null);
const list = (all: readonly string[]): string | null => (all.length === 0 ? null : listText(all));

/** The settings of a VM. Of an answer that lacks what every VM has, what it leaves out isn't known. */
export function settingsOf(machine: Machine): BuildSource['has'] {
  const found = {
    ultra: flag(machine.canUseUltraDisks),
    security: machine.securityType,
    plan: machine.plan?.name ?? null,
    tags: list(Object.keys(machine.tags)),
    identities: machine.identityType,
    hostEncryption: flag(machine.usesEncryptionAtHost),
    bootDiagnostics: flag(machine.hasBootDiagnostics),
    extensions: machine.extensions === null ? undefined : list(machine.extensions),
  } satisfies Record<Setting, string | null | undefined>;
  if (machine.disks.length > 0) return found;
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== null));
}

/** The source of an order as it is stored with it. Null: it is gone, or wasn't read. */
export const buildSourceOf = (name: string, machine: Machine | null): BuildSource => ({
  name,
  has: machine === null ? {} : settingsOf(machine),
  ...(machine?.unread === undefined ? {} : { unread: [...machine.unread] }),
});

/** What becomes of a setting of the source: none, it has none to lose. */
export type SettingFate = 'kept' | 'lost' | 'none' | 'notKnown';

type Built = Pick<DiskBuild, 'hasUltraDisks' | 'plan' | 'source'>;

/** What becomes of a setting when a VM is built. */
export function fateOf(setting: Setting, { hasUltraDisks, plan, source }: Built): SettingFate {
  if (setting === 'ultra' && hasUltraDisks === true) return 'kept';
  if (setting === 'plan' && plan !== undefined) return 'kept';
  const value = source?.has[setting];
  if (value === undefined) return 'notKnown';
  return value === null ? 'none' : 'lost';
}

/** What a plan says of the settings of the source. */
export function settingLines(
  built: Built,
): Readonly<Record<'created' | 'lost', readonly string[]>> {
  const name = built.source?.name ?? words.sourceVm;
  const of = (fate: SettingFate) => SETTINGS.filter((one) => fateOf(one, built) === fate);
  const withValue = (setting: Setting): string =>
    words.settingOf(words.setting[setting], built.source?.has[setting] ?? '');
  const notKnown = of('notKnown').map((one) => words.setting[one]);
  const unread = UNREAD_SETTINGS.filter(
    (one) => !LISTED_HERE.includes(one) && built.source?.unread?.includes(one) === true,
  ).map((one) => coverage.setting[one]);
  return {
    created: of('kept').map(withValue),
    lost: [
      ...of('lost').map((one) => words.line.notOnNew(withValue(one), name)),
      ...(notKnown.length === 0 ? [] : [words.line.notKnown(notKnown, name)]),
      ...(unread.length === 0 ? [] : [words.line.notLookedAt(unread, name)]),
    ],
  };
}
