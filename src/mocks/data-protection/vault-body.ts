import * as z from 'zod/mini';
import { invalidInput, wrongBody } from '#src/mocks/errors.ts';
import { parseJson } from '#src/mocks/json.ts';
import { type DiskWish, pointOf } from '#src/mocks/data-protection/judge.ts';
import { notThere } from '#src/mocks/data-protection/paths.ts';
import type { Answer, Call } from '#src/mocks/service.ts';
import type { BackupVaultSeed, DiskInstanceSeed } from '#src/mocks/world/seed.ts';
import { nameOf } from '#src/model/resource-id.ts';

/** Keys are folded: published samples spell them in two ways (azure-contract §11). */
const requestWire = z.looseObject({
  objecttype: z.literal([
    'AzureBackupRecoveryPointBasedRestoreRequest',
    'AzureBackupRestoreWithRehydrationRequest',
  ]),
  recoverypointid: z.string(),
  restoretargetinfo: z.looseObject({
    recoveryoption: z.literal('FailIfExists'),
    datasourceinfo: z.optional(z.looseObject({ resourceid: z.string() })),
  }),
});

function folded(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(folded);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key.toLowerCase(), folded(one)]),
  );
}

const wrapped = z.looseObject({ restorerequestobject: requestWire });

/** Azure's rule for the names of disks: up to 80 letters, digits, `_`, `.` and `-`, not at the ends. */
const diskName = /^[a-z0-9]([a-z0-9_.-]{0,78}[a-z0-9_])?$/i;

/**
 * Runs `work` with the restore that a request asks for: the body is the request itself, or wrapped
 * where it is to be validated. That a strange name is refused at once is a guess (G).
 */
export function withWish(
  call: Call,
  place: { readonly instance: DiskInstanceSeed; readonly vault: BackupVaultSeed },
  isWrapped: boolean,
  work: (wish: DiskWish) => Answer,
): Answer {
  const body = folded(parseJson(call.request.body));
  const parsed = requestWire.safeParse(
    isWrapped ? wrapped.safeParse(body).data?.restorerequestobject : body,
  );
  if (!parsed.success) return wrongBody('a restore of a backup instance', parsed.error);
  const { recoverypointid: name, restoretargetinfo: target } = parsed.data;
  const point = pointOf(place.instance, name, call.now);
  if (point === undefined)
    return notThere(call, 'backupVaults/backupInstances/recoveryPoints', name);
  const targetId = target.datasourceinfo?.resourceid ?? '';
  if (targetId !== '' && !diskName.test(nameOf(targetId))) {
    return invalidInput(`'${nameOf(targetId)}' is not the name of a disk.`);
  }
  return work({ state: call.state, now: call.now, ...place, point, targetId });
}
