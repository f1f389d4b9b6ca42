import { shownDisk } from '#src/mocks/compute/disks.ts';
import { machineWireOf } from '#src/mocks/compute/machines.ts';
import { takesPremium } from '#src/mocks/compute/sizes.ts';
import { inside, objectsIn, textIn } from '#src/mocks/json.ts';
import { missingReference, refuse } from '#src/mocks/judge-write.ts';
import type { Answer } from '#src/mocks/service.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { groupOf, hexFrom } from '#src/mocks/world/ids.ts';
import { diskIdOf, homeOf } from '#src/mocks/world/made-things.ts';
import type { DiskSeed, MachineSeed, DiskHome, Model } from '#src/mocks/world/seed.ts';
import { sameRegion } from '#src/model/places.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';

/** The disks that a body of a machine names, found in the world or made with the machine. */

/** A disk of a machine that is written, in the place where it is. */
export interface Found {
  readonly disk: DiskSeed;
  readonly id: string;
  readonly home: DiskHome;
  /** The machine that has it now. */
  readonly holder: MachineSeed | undefined;
}

const idIn = (entry: Model): string => textIn(inside(entry, 'managedDisk')['id']) ?? '';

/** Entries of data disks that are to stay; one with `toBeDetached` is to go. */
const dataEntriesIn = (profile: Model): readonly Model[] =>
  objectsIn(profile['dataDisks']).filter((entry) => entry['toBeDetached'] !== true);

/** The machine whose disks are wanted: those that are made for it lie beside it, and are as it says. */
export interface DiskOwner {
  readonly home: DiskHome;
  readonly size: string;
  /** As it was before; undefined: it is new. */
  readonly before: MachineSeed | undefined;
  /** When the disks are made, in simulated epoch milliseconds. */
  readonly at: number;
}

/**
 * The disks of a storage profile; an entry that names no disk is that of its LUN, or of its name, which the
 * machine has already, or a disk that is made. The answer instead where one is not there, or cannot be made.
 */
export function disksIn(state: State, profile: Model, owner: DiskOwner): readonly Found[] | Answer {
  const osDisk = inside(profile, 'osDisk');
  const entries: readonly (readonly [Model, number])[] = [
    [osDisk, -1],
    ...dataEntriesIn(profile).map((entry): [Model, number] => [entry, lunIn(entry)]),
  ];
  const found: Found[] = [];
  for (const [entry, lun] of entries) {
    const one =
      attachedBefore(owner.before, entry, lun) ??
      (isMade(entry) ? made(state, entry, { lun, owner }) : looked(state, entry, lun));
    if ('status' in one) return one;
    found.push(one);
  }
  return found;
}

const lunIn = (entry: Model): number =>
  typeof entry['lun'] === 'number' && entry['lun'] >= 0 ? entry['lun'] : Number.NaN;

/** A disk that the machine has already keeps what is known of it. */
function attachedBefore(
  before: MachineSeed | undefined,
  entry: Model,
  lun: number,
): Found | undefined {
  const id = idIn(entry);
  const disk = before?.disks.find((one) =>
    id === '' ? one.lun === lun : sameId(diskIdOf(before, one), id),
  );
  if (before === undefined || disk === undefined) return undefined;
  return {
    id: diskIdOf(before, disk),
    home: homeOf(before, disk),
    holder: before,
    disk: { ...disk, lun, attachment: attachmentOf(entry) },
  };
}

/** A disk that is there; it stays under the encryption that it has, whatever the entry says of it (G). */
function looked(state: State, entry: Model, lun: number): Found | Answer {
  const shown = shownDisk(state, idIn(entry));
  if (shown === undefined) return missing(entry);
  const { id, disk, machine, isAttached } = shown;
  const home = homeFacts(homeOf(machine, disk));
  const { attachment: _attachment, ...kept } = disk;
  return {
    id,
    home,
    holder: isAttached ? machine : undefined,
    disk: {
      ...kept,
      lun,
      id,
      home,
      attachment: attachmentOf(entry),
      ...(disk.lun < 0 ? { isBootable: true } : {}),
    },
  };
}

const isMade = (entry: Model): boolean =>
  /^(empty|fromimage)$/i.test(textIn(entry['createOption']) ?? '');

const SKUS: readonly DiskSeed['sku'][] = [
  'Standard_LRS',
  'StandardSSD_LRS',
  'Premium_LRS',
  'UltraSSD_LRS',
];

const invalid = (message: string, target: string): Answer =>
  refuse(400, 'InvalidParameter', message, target);

/**
 * A disk that is made with its machine: of its image, or empty. Images have no data disks here, and their OS disks
 * are of the sizes that the marketplace has (G); a name that is left out is one as Azure makes them (G).
 */
function made(
  state: State,
  entry: Model,
  { lun, owner }: { readonly lun: number; readonly owner: DiskOwner },
): Found | Answer {
  const { home, size, at } = owner;
  const isOs = lun < 0;
  const part = isOs ? 'osDisk' : 'dataDisk';
  const option = textIn(entry['createOption']) ?? '';
  if (isOs !== sameId(option, 'fromimage')) {
    const message = `The value '${option}' of parameter '${part}.createOption' is not allowed.`;
    return invalid(message, `${part}.createOption`);
  }
  const wanted = entry['diskSizeGB'] ?? (isOs ? (home.osType === 'Windows' ? 127 : 30) : null);
  if (typeof wanted !== 'number' || wanted < 1) {
    const target = `${part}.diskSizeGB`;
    return invalid(`Required parameter '${target}' is missing (null).`, target);
  }
  const kind = textIn(inside(entry, 'managedDisk')['storageAccountType']);
  const usual = takesPremium(size) ? 'Premium_LRS' : 'Standard_LRS';
  const sku = SKUS.find((one) => sameId(one, kind ?? usual));
  if (sku === undefined) {
    const target = `${part}.managedDisk.storageAccountType`;
    return invalid(`The value '${kind ?? ''}' of parameter '${target}' is not allowed.`, target);
  }
  const suffix = hexFrom(`${home.id}:${lun}:${at}`, 32);
  const usualName = `${nameOf(home.id)}_${isOs ? 'OsDisk_1' : `disk${lun + 2}`}_${suffix}`;
  const name = textIn(entry['name']) ?? usualName;
  const id = diskIdOf(home, { name });
  if (shownDisk(state, id) !== undefined) {
    return refuse(
      409,
      'ConflictingUserInput',
      `Disk ${name} already exists in resource group ${nameOf(groupOf(id)).toUpperCase()}. Only CreateOption.Attach is supported.`,
      `${part}.name`,
    );
  }
  const own = encrypted(state, entry, home);
  if ('status' in own) return own;
  const attachment = attachmentOf(entry);
  return {
    id,
    home: own,
    holder: undefined,
    disk: { lun, name, sizeGiB: wanted, sku, madeAtMs: at, id, home: own, attachment },
  };
}

/** A home under the encryption set that an entry names; the answer where that is not there, in the region (G). */
function encrypted({ seed }: State, entry: Model, home: DiskHome): DiskHome | Answer {
  const wanted = textIn(inside(inside(entry, 'managedDisk'), 'diskEncryptionSet')['id']);
  if (wanted === null) return home;
  const set = seed.encryptionSets.find(({ id }) => sameId(id, wanted));
  return set !== undefined && sameRegion(set.location, home.location)
    ? { ...home, encryption: 'CMK', encryptionSetId: set.id }
    : missingReference(home.id, wanted);
}

/** What a disk takes along from the machine that it was cut from, and no more of it. */
function homeFacts(home: DiskHome): DiskHome {
  const { id, location, osType, zone, encryption, encryptionSetId } = home;
  const { hasPrivateDisks, diskAccessId, hasPlan } = home;
  return {
    id,
    location,
    osType,
    zone,
    encryption,
    encryptionSetId,
    hasPrivateDisks,
    diskAccessId,
    hasPlan,
  };
}

/** How a disk is attached, without the facts of the disk itself. */
function attachmentOf(entry: Model): Model {
  const {
    name: _name,
    lun: _lun,
    osType: _osType,
    diskSizeGB: _size,
    managedDisk: _disk,
    toBeDetached: _detached,
    ...kept
  } = entry;
  return kept;
}

/** 404, a disk that is named and not there (G). */
const missing = (entry: Model): Answer =>
  refuse(
    404,
    'NotFound',
    `The disk ${idIn(entry) || (textIn(entry['name']) ?? '')} is not found.`,
    'managedDisk.id',
  );

const DETACHED = 'currently being detached or the last detach operation failed';

/** What stands against disks of a machine: others that have them, other places, LUNs used twice. */
export function judgeDisks(
  state: State,
  {
    wanted,
    found,
    at,
  }: { readonly wanted: MachineSeed; readonly found: readonly Found[]; readonly at: number },
): Answer | null {
  for (const one of found) {
    const refusal = judgeDisk(wanted, one) ?? judgeDetaching(state, one, { wanted, at });
    if (refusal !== null) return refusal;
  }
  const luns = found.map(({ disk }) => disk.lun);
  const bad = luns.find((lun) => Number.isNaN(lun) || lun > 63);
  if (bad !== undefined) {
    return refuse(
      400,
      'InvalidParameter',
      `The value of parameter 'dataDisk.lun' is out of range.`,
      'dataDisk.lun',
    );
  }
  const twice = luns.find((lun, index) => luns.indexOf(lun) !== index);
  return twice === undefined
    ? null
    : refuse(400, 'InvalidParameter', `A disk at LUN ${twice} already exists.`, 'dataDisk.lun');
}

/** Texts of a holder and of a zone I, of a region G. */
function judgeDisk(wanted: MachineSeed, one: Found): Answer | null {
  const { id, disk, home, holder } = one;
  if (holder !== undefined && !sameId(holder.id, wanted.id) && (disk.maxShares ?? 1) < 2) {
    return refuse(
      409,
      'ConflictingUserInput',
      `Cannot attach the disk ${disk.name} to VM ${wanted.id} because it is already attached to VM ${holder.id}. A disk can be attached to only one VM at a time.`,
      id,
    );
  }
  if (holder !== undefined && sameId(holder.id, wanted.id)) return null;
  if (!sameRegion(home.location, wanted.location)) {
    return refuse(
      400,
      'BadRequest',
      `Disk ${id} cannot be attached to the VM because it is not in the same location as the VM. VM location: '${wanted.location}'. Disk location: '${home.location}'.`,
    );
  }
  return judgeZone(wanted, one);
}

function judgeZone(wanted: MachineSeed, { id, home }: Found): Answer | null {
  if (home.zone === wanted.zone) return null;
  if (home.zone === undefined) {
    return refuse(
      400,
      'BadRequest',
      `Disk ${id} cannot be attached to the VM because it is not in zone '${wanted.zone ?? ''}'.`,
    );
  }
  return wanted.zone === undefined
    ? refuse(
        400,
        'BadRequest',
        `Disk ${id} cannot be attached to the VM because the disk is in zone '${home.zone}' and the VM is in no zone.`,
      )
    : refuse(
        400,
        'BadRequest',
        `Disk ${id} cannot be attached to the VM because it is not in the same zone as the VM. VM zone: '${wanted.zone}'. Disk zone: '${home.zone}'.`,
      );
}

/** 409 while the write that detaches the disk is under way (general knowledge of Compute, G). */
function judgeDetaching(
  state: State,
  { id, disk, holder }: Found,
  { wanted, at }: { readonly wanted: MachineSeed; readonly at: number },
): Answer | null {
  if (holder !== undefined) return null;
  const seqs = state.leavings
    .filter(({ disks }) => disks.some((one) => sameId(one.id, id)))
    .map(({ seq }) => seq);
  const isLeaving = state.writings.some(
    (one) => seqs.includes(one.seq) && one.atMs <= at && at < one.endsAt,
  );
  return isLeaving
    ? refuse(
        409,
        'AttachDiskWhileBeingDetached',
        `Cannot attach data disk '${disk.name}' to virtual machine '${wanted.id}' because the disk is ${DETACHED}. Please wait until the disk is completely detached and then try again.`,
        'dataDisks',
      )
    : null;
}

/** What `attachDetachDataDisks` asks for (2024-03-01). */
interface DiskChanges {
  readonly attach: readonly Model[];
  readonly detach: readonly Model[];
}

/** The body of a machine with other data disks, or the answer where one to detach is not attached. */
export function withDisks(
  machine: MachineSeed,
  { attach, detach }: DiskChanges,
): { readonly body: unknown } | Answer {
  const going = detach.map((one) => textIn(one['diskId']) ?? '');
  const absent = going.find(
    (id) => !machine.disks.some((disk) => disk.lun >= 0 && sameId(diskIdOf(machine, disk), id)),
  );
  if (absent !== undefined) {
    return refuse(
      404,
      'NotFound',
      `The disk ${absent} is not attached to the virtual machine ${machine.id}.`,
      'dataDisksToDetach.diskId',
    );
  }
  const wire = machineWireOf(machine, false);
  const profile = inside(wire.properties, 'storageProfile');
  const stays = (wire.properties.storageProfile?.dataDisks ?? []).filter(
    ({ managedDisk }) => !going.some((id) => sameId(id, managedDisk?.id)),
  );
  const taken = new Set(stays.map(({ lun }) => lun));
  const comes = attach.map((one) => {
    const lun = typeof one['lun'] === 'number' ? one['lun'] : lowestOf(taken);
    taken.add(lun);
    return entryOf(one, lun);
  });
  return {
    body: {
      ...wire,
      properties: {
        ...wire.properties,
        storageProfile: { ...profile, dataDisks: [...stays, ...comes] },
      },
    },
  };
}

/** The LUN that Compute takes where the request names none: the lowest that is free (2024-03-01). */
function lowestOf(taken: ReadonlySet<number | null | undefined>): number {
  let lun = 0;
  while (taken.has(lun)) lun += 1;
  return lun;
}

function entryOf({ diskId, diskEncryptionSet, ...kept }: Model, lun: number): Model {
  const id = textIn(diskId) ?? '';
  return {
    ...kept,
    lun,
    name: nameOf(id),
    createOption: 'Attach',
    managedDisk: { id, ...(diskEncryptionSet === undefined ? {} : { diskEncryptionSet }) },
  };
}
