import type { NetworkAccess, ReplaceDisks, Restore } from '#src/api/recovery-services/restore.ts';
import type { CommandPart } from '#src/lib/command.ts';
import { type ByKey, keysOf } from '#src/lib/data.ts';
import type { VmPlan } from '#src/datasources/azure-vm/commands/plan.ts';

/**
 * The options of a client for each key of a restore, in the order of the command: none where the client goes by
 * something else. A key without an entry doesn't compile.
 */
export type Options<Keyed> = {
  readonly [Key in keyof Keyed]-?: (value: Keyed[Key], plan: VmPlan) => readonly CommandPart[];
};

/** A key that has no option. */
export const none = (): readonly CommandPart[] => [];

/** The options of a restore in the order of its table. */
export function partsOf<Keyed extends object>(
  options: Options<Keyed>,
  restore: Keyed,
  plan: VmPlan,
): CommandPart[] {
  return keysOf(options).flatMap((key) => options[key](restore[key], plan));
}

/** What all kinds have of the source. */
export type SourceKeys = Omit<Restore, keyof NewDisksKeys | keyof LastKeys>;
/** What comes last. */
export type LastKeys = Pick<Restore, 'identity' | 'rehydration' | 'guardRequests'>;
/** What restored disks may be given. */
export type NewDisksKeys = Pick<
  Exclude<Restore, ReplaceDisks>,
  'networkAccess' | 'encryption' | 'zone' | 'diskEncryptionSetId' | 'restoreWithManagedDisks'
>;

/** A replacement makes nothing of them. */
export const NO_NEW_DISKS: ByKey<NewDisksKeys, typeof none> = {
  networkAccess: none,
  encryption: none,
  zone: none,
  diskEncryptionSetId: none,
  restoreWithManagedDisks: none,
};

/** What all clients call the network access of restored disks (azure-contract §5). */
export const ACCESS_OPTIONS: Readonly<Record<NetworkAccess['kind'], string>> = {
  sameAsSource: 'SameAsOnSourceDisks',
  public: 'EnablePublicAccessForAllDisks',
  private: 'EnablePrivateAccessForAllDisks',
};
