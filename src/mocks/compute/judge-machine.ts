import type { Found } from '#src/mocks/compute/machine-disks.ts';
import { canUseUltra, findAvailabilitySet } from '#src/mocks/compute/machines.ts';
import { maxDataDisksOf, quotasShortFor, sizeOf, takesPremium } from '#src/mocks/compute/sizes.ts';
import { inside, objectIn, objectsIn, textIn } from '#src/mocks/json.ts';
import { firstRefusal, judgeLink, missingReference, refuse } from '#src/mocks/judge-write.ts';
import { holderOf } from '#src/mocks/network/cards.ts';
import { nicInUse } from '#src/mocks/network/interfaces.ts';
import { shownCard } from '#src/mocks/network/machine-parts.ts';
import { regionNamed } from '#src/mocks/locations.ts';
import type { Answer } from '#src/mocks/service.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { diskIdOf } from '#src/mocks/world/made-things.ts';
import { isShutDown } from '#src/mocks/world/changes.ts';
import type { DiskSeed, MachineSeed } from '#src/mocks/world/seed.ts';
import { isRegionDown, isZoneDown } from '#src/mocks/world/zones.ts';
import { sameRegion } from '#src/model/places.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';

/** What Compute refuses of a machine's body, beside its disks (2024-03-01). */

/** The machine of a request, with the machine that is there. */
export interface MachineRequest {
  readonly state: State;
  readonly wanted: MachineSeed;
  readonly before: MachineSeed | undefined;
  readonly body: unknown;
  readonly found: readonly Found[];
}

const notAllowed = (property: string): Answer =>
  refuse(
    409,
    'PropertyChangeNotAllowed',
    `Changing property '${property}' is not allowed.`,
    property,
  );

const propertiesOf = (body: unknown) => inside(body, 'properties');
const osDiskOf = (body: unknown) => inside(inside(propertiesOf(body), 'storageProfile'), 'osDisk');

/** A parameter of a body, with what the body has there. */
type Parameter = readonly [name: string, value: unknown];

const isMissing = ([, value]: Parameter): boolean => typeof value !== 'string' || value === '';

/**
 * A new machine: of a disk that is attached, without what would be for an image, or of an image. The simulated Azure
 * has no images of its own: one that is named is there (G). Texts of the parameters that are not allowed, or missing:
 * general knowledge (G).
 */
export function judgeNewBody(body: unknown): Answer | null {
  const option = textIn(osDiskOf(body)['createOption']);
  const rules = sameId(option, 'attach')
    ? ofDisk(body)
    : sameId(option, 'fromimage')
      ? ofImage(body)
      : null;
  if (rules === null) {
    return refuse(
      400,
      'InvalidParameter',
      `The value '${option ?? ''}' of parameter 'osDisk.createOption' is not allowed.`,
      'osDisk.createOption',
    );
  }
  const stray = rules.strays.find(([, value]) => value !== undefined && value !== null);
  if (stray !== undefined) {
    return refuse(400, 'InvalidParameter', `Parameter '${stray[0]}' is not allowed.`, stray[0]);
  }
  const size: Parameter = ['vmSize', inside(propertiesOf(body), 'hardwareProfile')['vmSize']];
  const needed = [...rules.needs, size].find(isMissing);
  return needed === undefined
    ? null
    : refuse(
        400,
        'InvalidParameter',
        `Required parameter '${needed[0]}' is missing (null).`,
        needed[0],
      );
}

/** What the body of a machine has too much, and what it must have. */
interface BodyRules {
  readonly strays: readonly Parameter[];
  readonly needs: readonly Parameter[];
}

function ofDisk(body: unknown): BodyRules {
  const osDisk = osDiskOf(body);
  return {
    strays: [
      ['osProfile', propertiesOf(body)['osProfile']],
      ['imageReference', inside(propertiesOf(body), 'storageProfile')['imageReference']],
    ],
    needs: [
      ['osDisk.osType', osDisk['osType']],
      ['osDisk.managedDisk.id', inside(osDisk, 'managedDisk')['id']],
    ],
  };
}

/** What names an image other than by the four words of the marketplace (2024-03-01, ImageReference). */
const IMAGE_IDS = ['id', 'sharedGalleryImageId', 'communityGalleryImageId'];

/** Images of galleries may be specialized: those bring their own users, and take no `osProfile` (2024-03-01). */
function ofImage(body: unknown): BodyRules {
  const osDisk = osDiskOf(body);
  const image = inside(inside(propertiesOf(body), 'storageProfile'), 'imageReference');
  const id = IMAGE_IDS.map((key) => textIn(image[key])).find((one) => one !== null);
  const words = ['publisher', 'offer', 'sku', 'version'];
  const profile = propertiesOf(body)['osProfile'];
  return {
    strays: [
      ['osDisk.managedDisk.id', inside(osDisk, 'managedDisk')['id']],
      ['osDisk.vhd', osDisk['vhd']],
    ],
    needs: [
      ...(id === undefined
        ? words.map((word): Parameter => [`imageReference.${word}`, image[word]])
        : []),
      ...(/galleries\//i.test(id ?? '') && profile === undefined
        ? []
        : [['osProfile.adminUsername', objectIn(profile)['adminUsername']] as const]),
    ],
  };
}

/** A disk of an image with a plan makes a machine that names the plan, and no other does (aftercare §1.6, D). */
export function judgePlan({ body, found, before }: MachineRequest): Answer | null {
  const hasPlan = Object.keys(objectIn(objectIn(body)['plan'])).length > 0;
  const osDisk = found.find(({ disk }) => disk.lun < 0);
  if (before !== undefined && sameId(osDisk?.holder?.id, before.id)) return null;
  if (osDisk === undefined || (osDisk.home.hasPlan === true) === hasPlan) return null;
  return refuse(
    400,
    'VMMarketplaceInvalidInput',
    hasPlan
      ? `Creating a virtual machine from a non Marketplace image does not need Plan information in the request. OS disk name is '${osDisk.disk.name}'.`
      : `Creating a virtual machine from Marketplace image or a custom image sourced from a Marketplace image requires Plan information in the request. OS disk name is '${osDisk.disk.name}'.`,
  );
}

/**
 * 400, an Ultra disk on a machine without the capability (code and text G). What a body leaves out of the capabilities
 * of a machine stays (G).
 */
export function judgeUltra({ wanted, before, body }: MachineRequest): Answer | null {
  const ultra = wanted.disks.find(({ sku }) => sku === 'UltraSSD_LRS');
  const named = inside(propertiesOf(body), 'additionalCapabilities')['ultraSSDEnabled'];
  if (ultra === undefined || (named ?? (before !== undefined && canUseUltra(before))) === true)
    return null;
  return refuse(
    400,
    'InvalidParameter',
    `Managed disk '${ultra.name}' with the storage account type 'UltraSSD_LRS' can be used only with a virtual machine whose additionalCapabilities.ultraSSDEnabled is true.`,
    'managedDisk.storageAccountType',
  );
}

/** What of a machine that is there cannot be changed, or not while it runs. */
export function judgeChange({ wanted, before, body }: MachineRequest): Answer | null {
  if (before === undefined) return null;
  const osDisk = osDiskOf(body);
  const [was, is] = [before, wanted].map((machine) => machine.disks.find(({ lun }) => lun < 0));
  const option = textIn(osDisk['createOption']);
  const isSwapped =
    was !== undefined && is !== undefined && !sameId(diskIdOf(before, was), diskIdOf(wanted, is));
  const name = textIn(osDisk['name']);
  return firstRefusal([
    () => (wanted.zone === before.zone ? null : notAllowed('zones')),
    () => (wanted.osType === before.osType ? null : notAllowed('osDisk.osType')),
    // The option of a machine's making stays, whatever disk comes (I).
    () =>
      option === null || sameId(option, textIn(was?.attachment?.['createOption']) ?? option)
        ? null
        : notAllowed('osDisk.createOption'),
    () => (isSwapped && name !== null && sameId(name, was.name) ? notAllowed('osDisk.name') : null),
    () =>
      isSwapped && !isShutDown(before)
        ? refuse(
            409,
            'OperationNotAllowed',
            `OS disk of the virtual machine '${nameOf(before.id)}' can be changed only when it is stopped (deallocated).`,
            'osDisk',
          )
        : null,
    () =>
      isSwapped && before.encryption === 'ADE'
        ? refuse(
            409,
            'OSDiskSwapNotSupportedForVMsUsingDiskEncryption',
            'OS disk swap is not supported for virtual machines that use Azure Disk Encryption.',
          )
        : null,
  ]);
}

/** The NICs of a machine: there, of its region, of no other machine; of several one is the first. */
export function judgeCards({ state, wanted, before, body }: MachineRequest): Answer | null {
  const entries = objectsIn(inside(propertiesOf(body), 'networkProfile')['networkInterfaces']);
  const ids = wanted.cardIds ?? [];
  if (ids.length === 0) {
    return refuse(
      400,
      'InvalidParameter',
      "Required parameter 'networkProfile' is missing (null).",
      'networkProfile',
    );
  }
  for (const id of ids) {
    const refusal = judgeCard(state, wanted, id);
    if (refusal !== null) return refusal;
  }
  const firsts = entries.filter((one) => inside(one, 'properties')['primary'] === true);
  if (before === undefined && ids.length > 1 && firsts.length !== 1) {
    return refuse(
      400,
      'VirtualMachineMustHaveOneNetworkInterfaceAsPrimary',
      `Virtual machine ${wanted.id} must have one network interface set as the primary.`,
    );
  }
  return judgeRunningCards(wanted, before);
}

function judgeCard(state: State, wanted: MachineSeed, id: string): Answer | null {
  const card = shownCard(state, id);
  if (card === undefined || !sameRegion(textIn(card.location), wanted.location)) {
    return missingReference(wanted.id, id);
  }
  const holder = holderOf(state, id);
  if (holder !== undefined) return sameId(holder.id, wanted.id) ? null : nicInUse(id, holder.id);
  return judgeLink(state, wanted.id, {
    action: 'Microsoft.Network/networkInterfaces/join/action',
    scope: id,
  });
}

/** NICs come and go while a machine is deallocated (general knowledge of Compute, G). */
function judgeRunningCards(wanted: MachineSeed, before: MachineSeed | undefined): Answer | null {
  if (before === undefined || isShutDown(before)) return null;
  const [was, is] = [before.cardIds, wanted.cardIds].map((ids) =>
    (ids ?? []).map((id) => id.toLowerCase()).toSorted(),
  );
  return was?.join() === is?.join()
    ? null
    : refuse(
        409,
        'AddingOrDeletingNetworkInterfacesOnARunningVirtualMachineNotSupported',
        `Secondary network interfaces cannot be added to or deleted from a running virtual machine. To add or delete secondary network interfaces on a VM, it must be in stopped (deallocated) state. Virtual machine ${wanted.id} is running.`,
      );
}

/** An availability set is there, of the machine's region, and in no zone; it is chosen once (general knowledge, G). */
export function judgeSet({ state, wanted, before, body }: MachineRequest): Answer | null {
  const id = textIn(inside(propertiesOf(body), 'availabilitySet')['id']);
  if (before !== undefined) {
    return sameId(before.availabilitySet, wanted.availabilitySet)
      ? null
      : notAllowed('availabilitySet.id');
  }
  if (id === null) return null;
  if (wanted.zone !== undefined) {
    return refuse(
      400,
      'BadRequest',
      `Virtual Machine cannot be created because both Availability Zone and Availability Set were specified. Deploying an Availability Set to an Availability Zone isn't supported.`,
    );
  }
  const set = findAvailabilitySet(state, id);
  return set !== undefined && sameRegion(set.location, wanted.location)
    ? null
    : missingReference(wanted.id, id);
}

/**
 * Whether a subscription can have a machine of a size in its place, and what the size allows. A machine keeps the
 * size that it has, whatever became of it.
 */
export function judgeSize(
  state: State,
  wanted: MachineSeed,
  before: MachineSeed | undefined,
): Answer | null {
  const isUnchanged = before !== undefined && sameId(before.size, wanted.size);
  return firstRefusal([
    () => (isUnchanged ? null : judgeOffer(state, wanted)),
    () => (isUnchanged ? null : judgeQuota(state, wanted)),
    () => judgeDataDisks(wanted),
    () => judgePremium(wanted),
  ]);
}

function judgeOffer(state: State, wanted: MachineSeed): Answer | null {
  const { size, location, zone, id } = wanted;
  const facts = sizeOf(size);
  if (facts === undefined) {
    return refuse(
      400,
      'InvalidParameter',
      `The value ${size} provided for the VM size is not valid. The valid sizes in the current region are in the list of sizes.`,
      'vmSize',
    );
  }
  const region = regionNamed(state.seed, location);
  if (zone !== undefined && region?.hasZones !== true) {
    return refuse(
      400,
      'InvalidAvailabilityZone',
      `The zone(s) '${zone}' for resource 'Microsoft.Compute/virtualMachines/${nameOf(id)}' is not supported. The supported zones for location '${location}' are ''.`,
    );
  }
  const name = region?.name ?? '';
  const isClosed =
    facts.closedIn?.includes(name) === true ||
    (zone !== undefined && facts.closedZones?.[name]?.includes(zone) === true) ||
    isDown(state, wanted);
  return isClosed
    ? refuse(
        409,
        'SkuNotAvailable',
        `The requested VM size for resource 'Following SKUs have failed for Capacity Restrictions: ${size}' is currently not available in location '${location}'. Please try another size or deploy to a different location or different zone. See https://aka.ms/azureskunotavailable for details.`,
      )
    : null;
}

const isDown = ({ seed }: State, { id, location, zone }: MachineSeed): boolean =>
  isRegionDown(seed, location) ||
  (zone !== undefined && isZoneDown(seed, location, zone, subscriptionOf(id)));

const subscriptionOf = (id: string): string => id.split('/')[2] ?? '';

/** 409, too few cores are left (text I, aftercare §1.6). */
function judgeQuota(state: State, { id, location, size }: MachineSeed): Answer | null {
  const subscriptionId = subscriptionOf(id);
  const [short] = quotasShortFor(state, { subscriptionId, location }, size);
  if (short === undefined) return null;
  const { name, used, limit } = short;
  const cores = sizeOf(size)?.cores ?? 0;
  const kind = name === 'cores' ? 'Total Regional Cores' : `${name} Cores`;
  return refuse(
    409,
    'OperationNotAllowed',
    `Operation could not be completed as it results in exceeding approved ${kind} quota. Additional details - Deployment Model: Resource Manager, Location: ${location}, Current Limit: ${limit}, Current Usage: ${used}, Additional Required: ${cores}, (Minimum) New Limit Required: ${used + cores}.`,
  );
}

const isData = ({ lun }: DiskSeed): boolean => lun >= 0;

function judgeDataDisks({ size, disks }: MachineSeed): Answer | null {
  const facts = sizeOf(size);
  if (facts === undefined) return null;
  const most = maxDataDisksOf(facts);
  return disks.filter(isData).length <= most
    ? null
    : refuse(
        409,
        'OperationNotAllowed',
        `The maximum number of data disks allowed to be attached to a VM of this size is ${most}.`,
        'dataDisks',
      );
}

/** 400, a premium disk on a size that takes none (code G). */
function judgePremium({ size, disks }: MachineSeed): Answer | null {
  const premium = disks.find(({ sku }) => sku === 'Premium_LRS' || sku === 'UltraSSD_LRS');
  if (premium === undefined || takesPremium(size)) return null;
  return refuse(
    400,
    'InvalidParameter',
    `Requested operation cannot be performed because the VM size ${size} does not support the storage account type ${premium.sku} of disk '${premium.name}'. Consider updating the VM to a size that supports Premium storage.`,
    isData(premium)
      ? 'dataDisk.managedDisk.storageAccountType'
      : 'osDisk.managedDisk.storageAccountType',
  );
}
