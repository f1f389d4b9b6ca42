import { vmOf } from '#src/api/commvault/home.ts';
import {
  type CommvaultRestore,
  type CommvaultTarget,
  findLostCommvaultRestores,
  proveCommServe,
  restoresNow,
  startCommvaultRestore,
  type TargetDisk,
  type TargetNic,
} from '#src/api/commvault/restores.ts';
import { commServeSession } from '#src/api/commvault/session.ts';
import type { CommvaultVmDetails } from '#src/api/commvault/vms.ts';
import {
  chosenTypes,
  commvaultChoices,
  commvaultPointOf,
} from '#src/datasources/commvault-vm/fields.ts';
import {
  commvaultTargetOf,
  type CommvaultView,
  newNameOf,
} from '#src/datasources/commvault-vm/model.ts';
import { commvaultSearchOf } from '#src/datasources/commvault-vm/jobs.ts';
import { networkIdOf } from '#src/model/network.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';
import { allKnown, known } from '#src/wizard/read.ts';
import type { HowToSend } from '#src/wizard/submit/latest-reads.ts';
import {
  type PressedRestore,
  type Sending,
  sendOnce,
  type StartRestore,
} from '#src/wizard/submit/submit.ts';

type Parts = Pick<CommvaultView, 'shown' | 'reads'>;

/** The restore that a draft asks for, whatever the rules say; null while something is missing or not read. */
export function restoreIn(view: Parts): CommvaultRestore | null {
  const { shown, reads } = view;
  const place = vmOf(shown.instance ?? '');
  const vm = known(reads.vm);
  const point = commvaultPointOf(shown, reads);
  const hypervisor = known(reads.hypervisors)?.find(({ id }) => id === shown.hypervisor);
  const target = vm === undefined ? null : targetIn(view, vm);
  const group = vm?.group ?? null;
  if (
    place === null ||
    vm === undefined ||
    group === null ||
    point === undefined ||
    target === null
  )
    return null;
  if (hypervisor === undefined || hypervisor.instanceId === null) return null;
  const { accessNode: node } = shown;
  const accessNode = known(reads.accessNodes)?.find(({ id }) => id === node);
  if (node !== null && accessNode === undefined) return null;
  return {
    vm: { guid: vm.guid, name: vm.name },
    subclientId: group.id,
    commCellId: commServeSession(place.host).commServe.commCellId,
    upTo: point.time,
    isInPlace: shown.cv === 'in-place',
    hypervisor: { id: hypervisor.id, name: hypervisor.name, instanceId: hypervisor.instanceId },
    accessNode: accessNode === undefined ? null : { id: accessNode.id, name: accessNode.name },
    target,
    powersOn: shown.powerOn,
    overwrites: shown.overwrite,
    notifies: shown.notify,
  };
}

/** In place an empty text leaves it to the backup, where Azure reports it no more. */
function targetIn(view: Parts, vm: CommvaultVmDetails): CommvaultTarget | null {
  const { shown, reads } = view;
  const { vmName, rg, region, staging, vmSize } = shown;
  const account = known(reads.accounts)?.find(({ id }) => sameId(id, staging));
  const disks = known(reads.backupDisks);
  if (account === undefined || disks === undefined || vmName === null) return null;
  if (shown.cv === 'out-of-place' && (rg === null || region === null || vmSize === null))
    return null;
  const types = chosenTypes(shown.diskTypes);
  const toDisk = ({ name, type }: (typeof disks)[number]): TargetDisk => ({
    name,
    newName: newNameOf(name, vm.name, vmName),
    storageAccount: account.name,
    type: types[name] ?? type ?? '',
  });
  return {
    name: vmName,
    resourceGroup: rg ?? '',
    region: region ?? '',
    storageAccount: account.name,
    vmSize: vmSize ?? '',
    // `None` is V4's word (S); that it holds here is assumed (A).
    zone: shown.zone === 'none' ? 'None' : shown.zone,
    securityGroupId: shown.securityGroup,
    disks: disks.map(toDisk),
    nics: nicsIn(view),
    createsPublicIp: shown.publicIp,
    isManaged: shown.asManaged,
    encryption: encryptionIn(view),
    restoresTags: shown.tags,
  };
}

/** The chosen subnet for each NIC; while none is chosen, those of the source, as far as they are known. */
function nicsIn({ shown: { cv, vnet, subnet }, reads }: Parts): readonly TargetNic[] {
  const own = allKnown(reads.interfaces) ?? [];
  if (cv === 'in-place') return [];
  if (vnet === null)
    return own.flatMap(({ subnetIds: [id] }) => (id === undefined ? [] : [nicIn(id)]));
  const count = Math.max(1, own.length);
  return Array.from({ length: count }, () => nicIn(`${vnet}/subnets/${subnet ?? ''}`));
}

const nicIn = (subnetId: string): TargetNic => ({
  networkName: nameOf(networkIdOf(subnetId)),
  subnetId,
});

/** One or the other. */
function encryptionIn({ shown, reads }: Parts): CommvaultTarget['encryption'] {
  const { keyVault, diskEncryptionSet } = shown;
  if (keyVault !== null) return { kind: 'keyVault', keyVaultId: keyVault };
  if (diskEncryptionSet === null) return null;
  const set = known(reads.encryptionSets)?.find(({ id }) => sameId(id, diskEncryptionSet));
  const type = set?.encryptionType ?? 'EncryptionAtRestWithCustomerKey';
  return { kind: 'encryptionSet', type, encryptionSetId: diskEncryptionSet };
}

/** A restore by Commvault as it was confirmed. */
export type PressedCommvaultRestore = PressedRestore<{
  /** Of the CommServe. */
  readonly host: string;
  readonly restore: CommvaultRestore;
}>;

/** Sends the one request of a draft: `CreateTask` with our ID as its description, which nothing repeats. */
export async function sendCommvaultRestore(
  draftId: string,
  pressed: PressedCommvaultRestore,
  { isStillSo, begunSince, decided }: HowToSend,
): Promise<void> {
  const { host, restore } = pressed.planned;
  const start: StartRestore = async (mark) => {
    const operation = await startCommvaultRestore(host, restore, mark);
    return operation && { kind: 'accepted', operation };
  };
  const sending: Sending = {
    pressed,
    name: restore.vm.name,
    targetOf: (choices) => commvaultTargetOf(commvaultChoices(choices)),
    jobsNow: (signal) => restoresNow(host, signal),
    findJobs: (draft, attempt, signal) =>
      findLostCommvaultRestores(commvaultSearchOf(draft, attempt), signal),
    isStillSo,
    begunSince,
    makeGroup: null,
    prepare: async () => {
      await proveCommServe(host);
      return start;
    },
  };
  await sendOnce(draftId, sending, decided);
}
