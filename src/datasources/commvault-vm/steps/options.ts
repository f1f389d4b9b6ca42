import { sameRegion, type Subnet, subnetObstacle, usableSubnets } from '#src/model/places.ts';
import { listText } from '#src/lib/wording.ts';
import { sameId } from '#src/model/resource-id.ts';
import { flow } from '#src/strings/commvault/flow.ts';
import { wizard } from '#src/strings/wizard.ts';
import type { FieldOption, FieldOptions } from '#src/ui/fields/option.ts';
import type { CommvaultView } from '#src/datasources/commvault-vm/view.ts';
import { judgeValue } from '#src/wizard/explain/findings.ts';
import { known, type Read } from '#src/wizard/reads/read.ts';

interface Placed {
  readonly id: string;
  readonly name: string;
  readonly resourceGroup: string;
  readonly region: string;
}

/** Those of a list that are in the region of the restored VM; `none` is what stands for no choice. */
export function placedOptions(
  { shown }: CommvaultView,
  list: Read<readonly Placed[]>,
  none?: string,
): FieldOption[] {
  // In place of a source that is gone nothing reports the region.
  const here = (known(list) ?? []).filter(
    ({ region }) => shown.region === null || sameRegion(region, shown.region),
  );
  const options = here.map(({ id, name, resourceGroup }) => ({
    value: id,
    label: name,
    remark: resourceGroup,
  }));
  return none === undefined ? options : [{ value: '', label: none }, ...options];
}

/** The regions of the subscription. */
export const regionOptions = ({ reads }: CommvaultView): FieldOption[] =>
  (known(reads.regions) ?? []).map(({ name, displayName }) => ({
    value: name,
    label: displayName,
    remark: name,
  }));

/** The resource groups of the subscription. */
export const groupOptions = ({ reads }: CommvaultView): FieldOption[] =>
  (known(reads.groups) ?? []).map(({ name, region }) => ({
    value: name,
    label: name,
    remark: region,
  }));

/** The sizes that the subscription may use in the region. */
export const sizeOptions = ({ reads }: CommvaultView): FieldOption[] =>
  (known(reads.sizes) ?? [])
    .filter(({ isOffered }) => isOffered)
    .map(({ name }) => ({ value: name, label: name }));

/** The zones of the region; a region without any offers none. */
export function zoneOptions({ reads, shown }: CommvaultView): FieldOption[] {
  const region = known(reads.regions)?.find(({ name }) => sameRegion(name, shown.region));
  return [
    { value: '', label: flow.asSource },
    { value: 'none', label: flow.noZone },
    ...(region?.zones ?? []).map((zone) => ({
      value: zone,
      label: wizard.configuration.zoneOf(zone),
    })),
  ];
}

/** The subnets of the selected network that take VMs. */
export const subnetOptions = (view: CommvaultView): FieldOption[] =>
  usableSubnets({ subnets: subnetsOf(view) }).map(({ name, addressPrefixes }) => ({
    value: name,
    label: name,
    remark: listText(addressPrefixes),
  }));

/** How many subnets aren't offered because no address of theirs is free. */
export const fullSubnets = (view: CommvaultView): number =>
  subnetsOf(view).filter((one) => subnetObstacle(one) === 'full').length;

const subnetsOf = ({ reads, shown }: CommvaultView): readonly Subnet[] =>
  known(reads.networks)?.find(({ id }) => sameId(id, shown.vnet))?.subnets ?? [];

/** The storage accounts of the region, each judged by what it is. */
export function accountOptions(view: CommvaultView): FieldOptions {
  const accounts = known(view.reads.accounts);
  return {
    options: placedOptions(view, view.reads.accounts),
    judge: (id) => {
      const account = accounts?.find((one) => one.id === id);
      return account === undefined
        ? {}
        : judgeValue(view, 'staging', {
            region: account.region,
            tier: account.tier ?? undefined,
          });
    },
  };
}
