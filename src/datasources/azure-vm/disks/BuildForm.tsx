import type { Disk, Machine } from '#src/model/machines.ts';
import { sourceQuery } from '#src/api/queries/source-machine.ts';
import { pointsQuery } from '#src/api/recovery-services/points.ts';
import { virtualNetworksQuery } from '#src/api/network.ts';
import { availabilitySetsQuery, machineNamesQuery } from '#src/api/compute/machines.ts';
import { machineSizesQuery } from '#src/api/compute/sizes.ts';
import { useQuery } from '@tanstack/react-query';
import { type Control, useForm, useWatch } from 'react-hook-form';
import { firstFailed } from '#src/api/queries/query.ts';
import {
  diskOptions,
  lunOption,
  type OrderFormProps,
  PlanForm,
  type SentPoint,
} from '#src/datasources/azure-vm/disks/PlanForm.tsx';
import {
  initialLuns,
  isAddress,
  isSamePlace,
  isUltra,
  LUNS,
  sizesFor,
} from '#src/datasources/azure-vm/disks/eligible.ts';
import { buildSourceOf } from '#src/datasources/azure-vm/disks/source-settings.ts';
import type { DiskBuild } from '#src/datasources/azure-vm/disks/stored-orders.ts';
import { now } from '#src/lib/clock.ts';
import { takenNames } from '#src/lib/list.ts';
import { listText } from '#src/lib/wording.ts';
import { LICENSES } from '#src/model/machine-model.ts';
import { sameRegion, type Subnet, subnetObstacle, type VirtualNetwork } from '#src/model/places.ts';
import { resourceId, type ResourceId, sameId } from '#src/model/resource-id.ts';
import { createVmRules } from '#src/rules/catalogue/create-vm.ts';
import { platformRules } from '#src/rules/catalogue/platform.ts';
import { verdictsAmong } from '#src/rules/engine.ts';
import { NO_CHOICES } from '#src/rules/fields.ts';
import { diskActions as words } from '#src/strings/disks.ts';
import { sayOf } from '#src/strings/rule-source.ts';
import { regionText } from '#src/strings/regions.ts';
import { SelectField } from '#src/ui/fields/SelectField.tsx';
import { TextField } from '#src/ui/fields/TextField.tsx';

/** A new VM of the disks, as like the one that was backed up as is known here. */
export function BuildPlace(props: OrderFormProps) {
  const { size, isLoading } = useSizeAtPoint(props.point);
  const source = useQuery(sourceQuery(props.job, props.point?.itemId ?? null));
  if (isLoading || source.isLoading) return <span role="status">{words.reading}</span>;
  return <BuildForm {...props} source={source.data ?? null} initial={initialValues(props, size)} />;
}

function initialValues(
  { machineName, disks, networkId, subnetId }: OrderFormProps,
  size: string | null,
): BuildValues {
  const osDisk = disks.find(({ osType }) => osType !== null);
  const data = disks.filter(({ osType }) => osType === null);
  const luns = initialLuns(data);
  return {
    name: machineName,
    osDiskId: osDisk?.id ?? null,
    size,
    luns: disks.map((disk) => {
      const lun = luns[data.indexOf(disk)];
      return lun === undefined ? null : String(lun);
    }),
    networkId,
    subnetId,
    address: null,
    nicName: null,
    license: null,
    setId: null,
  };
}

interface BuildFormProps extends OrderFormProps {
  /** The VM that was backed up, as it is now; null: it is gone, or wasn't read. */
  readonly source: Machine | null;
  readonly initial: BuildValues;
}

const asItIs = (text: string): string => text;

/** A new VM of restored disks. */
function BuildForm(props: BuildFormProps) {
  const { group, disks, initial, sourceName, source, onPlanned } = props;
  const { control, setValue, setError, handleSubmit } = useForm<BuildValues>({
    defaultValues: initial,
  });
  const { name = null, osDiskId, networkId = null } = useWatch({ control });
  const osDisk = disks.find(({ id }) => id === osDiskId);
  const osType = osDisk?.osType ?? null;
  const choices = useBuildChoices(group, osDisk, { name, networkId });
  const submit = handleSubmit((values) => {
    const subnets = choices.isNetworkRead ? choices.subnets : undefined;
    const order = buildOrder(values, {
      group,
      disks,
      sourceName,
      source,
      takenNames: choices.takenNames,
      subnets,
      at: now(),
    });
    if ('kind' in order) return onPlanned(order);
    order.forEach(({ field, text }, index) =>
      setError(field, { type: 'value', message: text }, { shouldFocus: index === 0 }),
    );
  });
  const texts = { control, errorText: asItIs };
  return (
    <PlanForm
      onSubmit={submit}
      failed={choices.failed}
      what={words.choices}
      status={choices.isReading ? words.readingChoices : ''}
    >
      <TextField {...texts} name="name" label={words.field.name} required />
      <BuildDisks
        control={control}
        disks={disks}
        osDisk={osDisk}
        onOsDisk={() => {
          // Each is a choice for the place and the system of the disk that was chosen before.
          for (const field of ['networkId', 'subnetId', 'license', 'setId'] as const) {
            setValue(field, null);
          }
        }}
      />
      <SelectField
        {...texts}
        name="size"
        label={words.field.size}
        placeholder={words.problem.required}
        required
        options={choices.sizes.map(({ name: size, cores }) => ({
          value: size,
          label: size,
          remark: cores === null ? undefined : words.field.cores(cores),
        }))}
      />
      <BuildNetwork
        control={control}
        networks={choices.networks}
        subnets={choices.subnets}
        onNetwork={() => setValue('subnetId', null)}
      />
      <TextField
        {...texts}
        name="nicName"
        label={words.field.nic}
        hint={words.field.nicHint(`${name ?? ''}-nic`)}
      />
      {osType !== null && (
        <SelectField
          {...texts}
          name="license"
          label={words.field.license}
          placeholder={words.field.noLicense}
          options={[
            { value: '', label: words.field.noLicense },
            ...LICENSES[osType].map((value) => ({ value, label: value })),
          ]}
        />
      )}
      {choices.sets.length > 0 && (
        <SelectField
          {...texts}
          name="setId"
          label={words.field.set}
          placeholder={words.field.noSet}
          options={[
            { value: '', label: words.field.noSet },
            ...choices.sets.map(({ id, name: set }) => ({ value: id, label: set })),
          ]}
        />
      )}
    </PlanForm>
  );
}

const fieldWords = words.field;

interface BuildDisksProps {
  readonly control: Control<BuildValues>;
  readonly disks: readonly Disk[];
  readonly osDisk: Disk | undefined;
  readonly onOsDisk: () => void;
}

/** The OS disk of a new VM, and a LUN for each disk that is to go with it. */
function BuildDisks({ control, disks, osDisk, onOsDisk }: BuildDisksProps) {
  const beside = dataDisksBeside(disks, osDisk);
  const texts = { control, errorText: (text: string) => text };
  return (
    <>
      <SelectField
        {...texts}
        name="osDiskId"
        label={fieldWords.osDisk}
        hint={
          osDisk === undefined || osDisk.zone === null
            ? osDisk && regionText(osDisk.region)
            : words.inZone(regionText(osDisk.region), osDisk.zone)
        }
        placeholder={words.problem.required}
        required
        options={diskOptions(disks.filter(({ osType }) => osType !== null))}
        onChosen={onOsDisk}
      />
      {disks.map(
        (disk, index) =>
          beside.includes(disk) && (
            <SelectField
              key={disk.id}
              {...texts}
              name={`luns.${index}`}
              label={fieldWords.lunOf(disk.name)}
              placeholder={fieldWords.leaveOut}
              options={[{ value: '', label: fieldWords.leaveOut }, ...LUNS.map(lunOption)]}
            />
          ),
      )}
    </>
  );
}

interface BuildNetworkProps {
  readonly control: Control<BuildValues>;
  readonly networks: readonly VirtualNetwork[];
  /** Of the chosen network. */
  readonly subnets: readonly Subnet[];
  readonly onNetwork: () => void;
}

/** Where the NIC of a new VM goes. */
function BuildNetwork({ control, networks, subnets, onNetwork }: BuildNetworkProps) {
  const texts = { control, errorText: (text: string) => text };
  const placeholder = words.problem.required;
  return (
    <>
      <SelectField
        {...texts}
        name="networkId"
        label={fieldWords.network}
        placeholder={placeholder}
        required
        options={networks.map(({ id, name, resourceGroup }) => ({
          value: id,
          label: name,
          remark: resourceGroup,
        }))}
        onChosen={onNetwork}
      />
      <SelectField
        {...texts}
        name="subnetId"
        label={fieldWords.subnet}
        placeholder={placeholder}
        required
        options={subnets.map((subnet) => ({
          value: subnet.id,
          label: subnet.name,
          remark:
            subnetObstacle(subnet) === 'full' ? fieldWords.full : listText(subnet.addressPrefixes),
        }))}
      />
      <TextField
        {...texts}
        name="address"
        label={fieldWords.address}
        hint={fieldWords.addressHint}
      />
    </>
  );
}

/** What a new VM of an OS disk can be given, read from Azure. */
function useBuildChoices(
  group: ResourceId,
  osDisk: Disk | undefined,
  { name, networkId }: { readonly name: string | null; readonly networkId: string | null },
) {
  const subscriptionId = group.split('/')[2] ?? '';
  const region = osDisk?.region ?? '';
  const names = useQuery(machineNamesQuery(subscriptionId));
  const sizes = useQuery({
    ...machineSizesQuery(subscriptionId, region),
    enabled: region !== '',
  });
  const networks = useQuery(virtualNetworksQuery(subscriptionId));
  // A VM of a zone is in no availability set.
  const sets = useQuery({ ...availabilitySetsQuery(group), enabled: osDisk?.zone === null });
  const here = (networks.data ?? []).filter((one) => sameRegion(one.region, region));
  return {
    /** Undefined: not read. */
    takenNames: takenNames(names.data, name),
    sizes: sizesFor(sizes.data ?? [], osDisk?.zone ?? null),
    networks: here,
    isNetworkRead: networks.data !== undefined,
    /** One that is given over to a service takes no VM. */
    subnets: (here.find(({ id }) => sameId(id, networkId))?.subnets ?? []).filter(
      ({ isDelegated }) => !isDelegated,
    ),
    sets: (sets.data ?? []).filter(
      (one) => one.isForManagedDisks && sameRegion(one.region, region) && osDisk?.zone === null,
    ),
    isReading: sizes.isLoading || networks.isLoading,
    failed: firstFailed(names, sizes, networks),
  };
}

/** The size of a VM as it was backed up; null while and where it is not known. */
function useSizeAtPoint(point: SentPoint | null) {
  const query = pointsQuery(point?.itemId ?? resourceId(''), point?.isSecondary ?? false);
  const { data, isLoading } = useQuery({ ...query, enabled: point !== null });
  const size = data?.find(({ name }) => name === point?.recoveryPointId)?.vmSize ?? null;
  return { size, isLoading };
}

const problemWords = words.problem;

/** What a person fills in for a new VM; null: not filled in. */
export interface BuildValues {
  name: string | null;
  osDiskId: string | null;
  size: string | null;
  /** For each disk, in its order: the LUN as text; null: it stays unattached. */
  luns: (string | null)[];
  networkId: string | null;
  subnetId: string | null;
  address: string | null;
  nicName: string | null;
  license: string | null;
  setId: string | null;
}

/** What stands around the form. */
export interface BuildPlaceFacts {
  readonly group: ResourceId;
  /** Those that nothing has. */
  readonly disks: readonly Disk[];
  /** The VM that was backed up, and as it is now; null: it is gone, or wasn't read. */
  readonly sourceName: string;
  readonly source: Machine | null;
  /** Undefined while they are not read. */
  readonly takenNames: readonly string[] | undefined;
  /** Those of the chosen network that no service has; undefined while they are not read. */
  readonly subnets: readonly Subnet[] | undefined;
  readonly at: number;
}

/** The disks that go with an OS disk as data disks: those of its place. */
const dataDisksBeside = (disks: readonly Disk[], osDisk: Disk | undefined): readonly Disk[] =>
  osDisk === undefined
    ? []
    : disks.filter((disk) => disk.id !== osDisk.id && isSamePlace(disk, osDisk));

type Field = 'name' | 'osDiskId' | 'size' | 'networkId' | 'subnetId' | 'address' | 'nicName';
interface BuildProblem {
  readonly field: Field | `luns.${number}`;
  readonly text: string;
}

/** The VM that the values describe; or what is wrong with each field, the first on the page first. */
export function buildOrder(
  values: BuildValues,
  facts: BuildPlaceFacts,
): DiskBuild | readonly BuildProblem[] {
  const { name, osDiskId, size, subnetId, address, license, setId, networkId } = values;
  const { group, disks, sourceName, source, at } = facts;
  const osDisk = disks.find(({ id }) => id === osDiskId);
  const osType = osDisk?.osType ?? null;
  const attached = attachedDisks(values, disks, osDisk);
  const nicName = values.nicName ?? `${name ?? ''}-nic`;
  const problems = [
    problem('name', nameProblem(name, facts.takenNames)),
    problem('osDiskId', osType === null ? problemWords.required : null),
    ...attached.map(({ index, lun }) =>
      problem(
        `luns.${index}`,
        attached.some((one) => one.index < index && one.lun === lun) ? problemWords.lunTwice : null,
      ),
    ),
    problem('size', size === null ? problemWords.required : null),
    problem('networkId', networkId === null ? problemWords.required : null),
    problem('subnetId', subnetProblem(subnetId, facts.subnets)),
    problem('address', address === null || isAddress(address) ? null : problemWords.address),
    // The usual name is only as good as the VM's.
    problem('nicName', name === null ? null : nicNameProblem(nicName)),
  ].flat();
  if (problems.length > 0 || osDisk === undefined || osType === null) return problems;
  return {
    kind: 'build',
    at,
    machineId: resourceId(`${group}/providers/Microsoft.Compute/virtualMachines/${name ?? ''}`),
    nicId: resourceId(`${group}/providers/Microsoft.Network/networkInterfaces/${nicName}`),
    subnetId: resourceId(subnetId ?? ''),
    address,
    region: osDisk.region,
    zone: osDisk.zone,
    size: size ?? '',
    osType,
    osDiskId: osDisk.id,
    dataDisks: attached.map(({ disk, lun }) => ({ diskId: disk.id, lun })),
    availabilitySetId: setId === null || osDisk.zone !== null ? null : resourceId(setId),
    licenseType: license,
    hasUltraDisks: [osDisk, ...attached.map(({ disk }) => disk)].some(isUltra),
    ...(source?.plan ? { plan: source.plan } : {}),
    source: buildSourceOf(sourceName, source),
  };
}

/** One that was sent with the restore may be gone from its network since, or full. */
function subnetProblem(id: string | null, subnets: BuildPlaceFacts['subnets']): string | null {
  if (id !== null && subnets === undefined) return null;
  const subnet = subnets?.find((one) => sameId(one.id, id));
  if (subnet === undefined) return problemWords.required;
  return subnetObstacle(subnet) === 'full' ? problemWords.full : null;
}

const problem = (field: BuildProblem['field'], text: string | null): BuildProblem[] =>
  text === null ? [] : [{ field, text }];

function attachedDisks({ luns }: BuildValues, disks: readonly Disk[], osDisk: Disk | undefined) {
  const beside = dataDisksBeside(disks, osDisk);
  return disks.flatMap((disk, index) => {
    const lun = luns[index] ?? null;
    return lun === null || !beside.includes(disk) ? [] : [{ disk, index, lun: Number(lun) }];
  });
}

const nameRules = [...createVmRules, ...platformRules].filter(
  ({ field, kind }) => field === 'vmName' && (kind === 'block' || kind === 'require-field'),
);

/**
 * Why a VM can't have a name, by the rules of the wizard; null where nothing is known against it. `taken`:
 * undefined while the names are not read.
 */
function nameProblem(name: string | null, taken: readonly string[] | undefined): string | null {
  const facts = { target: { vmNames: taken } };
  const choices = { ...NO_CHOICES, option: 'createVm' as const, vmName: name };
  const first = verdictsAmong(nameRules, facts, choices).find(({ state }) => state === 'speaks');
  return first === undefined ? null : sayOf(first.rule);
}

/** NICs are named by rules of their own (Microsoft Learn, Naming rules and restrictions, Microsoft.Network). */
const nicNameProblem = (name: string): string | null =>
  /^[A-Za-z0-9]([\w.-]{0,78}\w)?$/.test(name) ? null : words.problem.nicName;
