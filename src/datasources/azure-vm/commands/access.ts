import type { NetworkAccess } from '#src/model/restore.ts';

/** What all clients call the network access of restored disks (azure-contract §5). */
export const ACCESS_OPTIONS: Readonly<Record<NetworkAccess['kind'], string>> = {
  sameAsSource: 'SameAsOnSourceDisks',
  public: 'EnablePublicAccessForAllDisks',
  private: 'EnablePrivateAccessForAllDisks',
};
