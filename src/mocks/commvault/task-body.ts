import * as z from 'zod/mini';
import { bodyAt } from '#src/mocks/commvault/commvault-auth.ts';
import { objectsIn } from '#src/mocks/json.ts';

/** What a body of `CreateTask` asks for, read as the capture has it (commvault.md §2.3, R). */

const text = z.catch(z.string(), '');
const flag = (otherwise: boolean) => z.catch(z.boolean(), otherwise);
/** Ids come as numbers and as texts. */
const number = z.catch(z.coerce.number(), 0);

const vmShape = z.object({
  guid: z.string(),
  newName: text,
  /** The resource group, whatever the key says. */
  esxHost: text,
  /** The storage account. */
  Datastore: text,
  /** The region. */
  datacenter: text,
  vmSize: text,
  availabilityZones: text,
  createPublicIP: flag(false),
  restoreAsManagedVM: flag(true),
  disks: z.catch(z.array(z.object({ name: text, newName: text, type: text })), []),
  nics: z.catch(z.array(z.object({ subnetId: text })), []),
  securityGroups: z.catch(z.array(z.unknown()), []),
});

const moreShape = z.object({
  isInPlace: flag(false),
  powersOn: flag(true),
  overwrites: flag(false),
  /** Unix seconds. */
  toTime: number,
  commCellId: number,
  /** The hypervisor; in the SDK's body `destClient` is the access node (C), in the capture it is not (R). */
  instanceClientId: number,
  clientId: number,
});

export type Wish = z.infer<typeof vmShape> & z.infer<typeof moreShape>;

/** The restore that a body asks for; null where it is none of a whole VM. */
export function wishIn(body: unknown): Wish | null {
  const [subTask] = objectsIn(bodyAt(body, 'taskInfo')['subTasks']);
  const options = bodyAt(subTask, 'options', 'restoreOptions');
  const levels = bodyAt(options, 'virtualServerRstOption', 'diskLevelVMRestoreOption');
  const [wanted] = objectsIn(levels['advancedRestoreOptions']);
  const vm = vmShape.safeParse(wanted).data;
  if (vm === undefined) return null;
  const browse = bodyAt(options, 'browseOption');
  const destination = bodyAt(options, 'destination');
  const more = moreShape.parse({
    isInPlace: destination['inPlace'],
    powersOn: levels['powerOnVmAfterRestore'],
    overwrites: levels['passUnconditionalOverride'],
    toTime: bodyAt(browse, 'timeRange')['toTime'] ?? browse['toTime'],
    commCellId: browse['commCellId'],
    instanceClientId: bodyAt(options, 'virtualServerRstOption', 'vCenterInstance')['clientId'],
    clientId: bodyAt(destination, 'destClient')['clientId'],
  });
  return { ...vm, ...more };
}
