import type { OsType } from '#src/model/recovery-services.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/** A reset of a VM's sign-in by the VMAccess extension (aftercare §2.2), without what is typed. */
export interface AccessReset {
  readonly machineId: ResourceId;
  readonly region: string;
  readonly osType: OsType;
  readonly userName: string;
  /** What is reset, as the extension for Linux names it; Windows has passwords alone. */
  readonly secret: 'password' | 'ssh_key';
  /** Tells this reset from others. */
  readonly runTag: string;
}
