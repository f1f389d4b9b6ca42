import { Button, RadioGroup } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import { useForm, useWatch } from 'react-hook-form';
import { ActionPanel } from '#src/actions/ActionPanel.tsx';
import { onRecords, openStep, recordOf } from '#src/actions/record.ts';
import { parseResourceId, resourceGroupId } from '#src/api/arm/resource-id.ts';
import { problemOf } from '#src/api/queries/query.ts';
import { restoredDisksQuery } from '#src/api/queries/restored.ts';
import { AttachForm } from '#src/datasources/azure-vm/disks/AttachForm.tsx';
import { BuildPlace } from '#src/datasources/azure-vm/disks/BuildForm.tsx';
import {
  machineOptions,
  type OrderFormProps,
  PlanForm,
  type SentPoint,
  useDiskStyles,
  useMachines,
} from '#src/datasources/azure-vm/disks/PlanForm.tsx';
import { dataDisksOf, freeDisks } from '#src/datasources/azure-vm/disks/eligible.ts';
import { diskActionOf, diskCommandsOf } from '#src/datasources/azure-vm/disks/orders.ts';
import {
  addOrder,
  DISK_ORDER_KINDS,
  diskActionId,
  type DiskOrder,
  type DiskOrderKind,
  onDiskOrders,
  ordersOf,
  removeDiskOrder,
} from '#src/datasources/azure-vm/disks/stored-orders.ts';
import { holdForNames, NewNames } from '#src/datasources/azure-vm/new-names.tsx';
import type { TaskAfterJobProps } from '#src/datasources/job.ts';
import { now } from '#src/lib/clock.ts';
import { type JobDetails, networkNamed } from '#src/model/jobs.ts';
import type { Disk } from '#src/model/machines.ts';
import { nameOf, resourceId, type ResourceId } from '#src/model/resource-id.ts';
import { reportedTarget } from '#src/progress/observe.ts';
import { common } from '#src/strings/common.ts';
import { diskActions as words } from '#src/strings/disks.ts';
import { regionText } from '#src/strings/regions.ts';
import { type Column, DataTable } from '#src/ui/DataTable.tsx';
import { focusField, takeFocus } from '#src/ui/dom.ts';
import { ChoiceRadio } from '#src/ui/fields/ChoiceRadio.tsx';
import { SelectField } from '#src/ui/fields/SelectField.tsx';
import { SectionHeading } from '#src/ui/page.tsx';
import { EmptyState, Loaded } from '#src/ui/states.tsx';
import { useCommonStyles } from '#src/ui/styles.ts';
import { Name } from '#src/ui/text.tsx';
import { ActionCommands } from '#src/wizard/commands/Scripts.tsx';
import { draftOfJob } from '#src/wizard/draft/drafts.ts';
import type { Draft } from '#src/wizard/draft/schema.ts';
import { sentText } from '#src/wizard/draft/sent.ts';
import { keepMachine } from '#src/wizard/next-steps/marks.ts';

/**
 * What is done with the disks that a restore has left: a VM of them, or another VM's disks (documents 000 and
 * 002). The disks are read from Azure, not from the job.
 */
export function DisksPage({ id, job }: TaskAfterJobProps) {
  const target = reportedTarget(job);
  const sent = sentPlace(id);
  const query = useQuery(restoredDisksQuery(id, target, sent?.subscriptionId));
  if (target === null) return <EmptyState title={words.noTarget}>{words.noTargetBody}</EmptyState>;
  return (
    <Loaded query={query} problemOf={problemOf} what={words.what}>
      {({ group, disks }) => (
        <DiskWork
          jobId={id}
          machineName={target.machine ?? target.source}
          sourceName={target.source}
          job={job}
          group={group}
          disks={disks}
          point={sent?.point ?? null}
          networkId={networkOf(group, job, sent?.subnetId ?? null)}
          subnetId={sent?.subnetId ? resourceId(sent.subnetId) : null}
        />
      )}
    </Loaded>
  );
}

const CHOICE = 'disk-order-kind';

interface DiskWorkProps extends Omit<OrderFormProps, 'kind' | 'onPlanned'> {
  readonly jobId: ResourceId;
}

/** The disks, what can be done with them, and what became of each action that was confirmed. */
function DiskWork({ jobId, ...parts }: DiskWorkProps) {
  const { column } = useCommonStyles();
  const styles = useDiskStyles();
  const confirmed = useSyncExternalStore(onDiskOrders, () => ordersOf(jobId));
  const isOpen = useSyncExternalStore(onRecords, () => confirmed.some(isOrderOpen));
  const [kind, setKind] = useState<DiskOrderKind>('build');
  const [planned, setPlanned] = useState<DiskOrder | null>(null);
  const isPlanning = !isOpen && planned === null;
  // One list for both: a plan that is confirmed stays where it is.
  const orders =
    planned === null || confirmed.includes(planned) ? confirmed : [...confirmed, planned];
  const planAnew = () => {
    flushSync(() => setPlanned(null));
    focusField(CHOICE);
  };
  return (
    <div className={styles.page}>
      <SectionHeading level={2}>{words.disks}</SectionHeading>
      {parts.disks.length === 0 ? (
        <EmptyState title={words.none}>{words.noneBody}</EmptyState>
      ) : (
        <DiskTable disks={parts.disks} />
      )}
      {/* What was filled in stays there while its plan is shown. */}
      <div hidden={!isPlanning} className={isPlanning ? styles.form : undefined}>
        <SectionHeading level={2}>{words.kind}</SectionHeading>
        <RadioGroup
          id={CHOICE}
          aria-label={words.kind}
          value={kind}
          onChange={(_, { value }) =>
            setKind(DISK_ORDER_KINDS.find((one) => one === value) ?? 'build')
          }
        >
          {DISK_ORDER_KINDS.map((one) => (
            <ChoiceRadio key={one} value={one} label={words.kinds[one]} />
          ))}
        </RadioGroup>
        <OrderForm {...parts} kind={kind} onPlanned={setPlanned} />
      </div>
      {orders.toReversed().map((order) => (
        <div
          key={diskActionId(order)}
          ref={order === planned ? takeFocus : undefined}
          tabIndex={-1}
          className={column}
        >
          <OrderPanel
            jobId={jobId}
            order={order}
            source={parts.sourceName}
            isPlanned={!confirmed.includes(order)}
            isOtherOpen={order === planned && isOpen}
            onConfirmed={() => setPlanned(null)}
            onPlanAnew={planAnew}
          />
        </div>
      ))}
    </div>
  );
}

function isOrderOpen(order: DiskOrder): boolean {
  const record = recordOf(diskActionId(order));
  return record !== null && openStep(record) !== undefined;
}

/** Why no order of a kind can be planned; null: one can; empty: no disk was found, which the page says already. */
export function whyNoOrder(
  kind: Exclude<DiskOrderKind, 'detach'>,
  disks: readonly Disk[],
): string | null {
  const free = freeDisks(disks);
  if (free.length === 0) return disks.length === 0 ? '' : words.noFree;
  return kind !== 'attach' && free.every(({ osType }) => osType === null) ? words.noSystem : null;
}

/** What has to be known for one kind of order; or why it can't be planned. */
function OrderForm(props: OrderFormProps) {
  const { kind, disks } = props;
  const free = freeDisks(disks);
  // What was filled in is about these disks: other disks get a new form.
  const key = `${kind} ${free.map(({ id }) => id).join(' ')}`;
  if (kind === 'detach') return <DetachForm key={key} {...props} />;
  const reason = whyNoOrder(kind, disks);
  if (reason !== null) return reason === '' ? null : <span role="status">{reason}</span>;
  return kind === 'build' ? (
    <BuildPlace key={key} {...props} disks={free} />
  ) : (
    <AttachForm key={key} {...props} disks={free} kind={kind} />
  );
}

interface OrderPanelProps {
  readonly jobId: ResourceId;
  readonly order: DiskOrder;
  /** The VM that was backed up. */
  readonly source: string;
  /** It was not confirmed yet. */
  readonly isPlanned: boolean;
  /** Another action after the same job is in progress. */
  readonly isOtherOpen: boolean;
  readonly onConfirmed: () => void;
  /** Called when it is to be planned otherwise. */
  readonly onPlanAnew: () => void;
}

/** One order from its plan to its end. */
function OrderPanel(props: OrderPanelProps) {
  const { jobId, order, source, isPlanned, isOtherOpen, onConfirmed, onPlanAnew } = props;
  const client = useQueryClient();
  const machines = [order.machineId];
  const isOpen = useSyncExternalStore(onRecords, () => isOrderOpen(order));
  return (
    <>
      {order.kind === 'build' && (isPlanned || isOpen) && (
        <NewNames machines={machines} source={source} />
      )}
      <ActionPanel
        action={diskActionOf(order, {
          onMachine: () => keepMachine(jobId, now()),
          beforeBuild: () => holdForNames(client, machines, source),
        })}
        label={words.button[order.kind]}
        commands={<OrderCommands order={order} />}
        reason={isOtherOpen ? words.open : null}
        onConfirmed={() => {
          if (isPlanned) addOrder(jobId, order);
          onConfirmed();
        }}
        onGivenUp={() => {
          removeDiskOrder(jobId, order);
          onPlanAnew();
        }}
      />
      {isPlanned && <Button onClick={onPlanAnew}>{words.change}</Button>}
    </>
  );
}

/** The same as commands, for whoever prefers a terminal. */
function OrderCommands({ order }: { readonly order: DiskOrder }) {
  return <ActionCommands label={words.commands} commandsOf={() => diskCommandsOf(order)} />;
}

const columns: Column<Disk>[] = [
  { head: words.heads.disk, cell: ({ name }) => <Name>{name}</Name> },
  {
    head: words.heads.holds,
    cell: ({ osType }) => (osType === null ? words.data : words.system(osType)),
  },
  {
    head: words.heads.size,
    isNumber: true,
    cell: ({ sizeGiB }) => (sizeGiB === null ? common.absence.notReported : words.gib(sizeGiB)),
  },
  {
    head: words.heads.place,
    cell: ({ region, zone }) =>
      zone === null ? regionText(region) : words.inZone(regionText(region), zone),
  },
  {
    head: words.heads.on,
    cell: ({ machineId }) => (machineId === null ? words.noVm : <Name>{nameOf(machineId)}</Name>),
  },
];

/** The restored disks as Azure has them now. */
function DiskTable({ disks }: { readonly disks: readonly Disk[] }) {
  return <DataTable label={words.disks} columns={columns} rows={disks} rowKey={({ id }) => id} />;
}

/** Where a restore was sent to, and from which point; null: not chosen, as for the own subscription. */
interface SentPlace {
  readonly subscriptionId: string | null;
  readonly subnetId: string | null;
  /** The restore point; null where the draft names none that can be read. */
  readonly point: SentPoint | null;
}

/** The place of the restore that became a job; null where another browser started it. */
function sentPlace(jobId: string): SentPlace | null {
  const draft = draftOfJob(jobId);
  return draft === null ? null : sentPlaceOf(draft);
}

/** By the names of the fields alone: what the fields are besides is the wizard's, and heavy. */
export function sentPlaceOf(draft: Draft): SentPlace {
  const [vnet, subnet] = [sentText(draft, 'vnet'), sentText(draft, 'subnet')];
  const [instance, point] = [sentText(draft, 'instance'), sentText(draft, 'point')];
  return {
    subscriptionId: sentText(draft, 'subscription'),
    subnetId: vnet === null || subnet === null ? null : `${vnet}/subnets/${subnet}`,
    point:
      instance === null || point === null
        ? null
        : {
            itemId: resourceId(instance),
            recoveryPointId: point,
            isSecondary: sentText(draft, 'regionView') === 'secondary',
          },
  };
}

/**
 * The network that a restore was sent to: that of its subnet, else the one that its job names, taken to be in the
 * subscription of its disks. Null: neither is known.
 */
export function networkOf(
  group: ResourceId,
  job: JobDetails,
  subnetId: string | null,
): ResourceId | null {
  if (subnetId !== null) return resourceId(subnetId.replace(/\/subnets\/[^/]+$/i, ''));
  const named = networkNamed(job);
  if (named === null) return null;
  const owner = resourceGroupId(parseResourceId(group)?.subscriptionId ?? '', named.group);
  return resourceId(`${owner}/providers/Microsoft.Network/virtualNetworks/${named.name}`);
}

interface DetachValues {
  machineId: string | null;
  diskId: string | null;
}

/** A data disk that a VM gives up, such as one that a restored disk is to replace. */
function DetachForm({ group, onPlanned }: OrderFormProps) {
  const { control, setValue, handleSubmit } = useForm<DetachValues>({
    defaultValues: { machineId: null, diskId: null },
  });
  const { machineId, diskId } = useWatch({ control });
  const { machines = [], machine, isReading, failed } = useMachines(group, machineId);
  const withData = machines.filter((one) => dataDisksOf(one).length > 0);
  const disks = machine ? dataDisksOf(machine) : [];
  const disk = disks.find(({ managedDiskId }) => managedDiskId === diskId)?.managedDiskId;
  const reason = machine === null ? words.gone : machine && disks.length === 0 ? words.noData : '';
  const submit = handleSubmit(() => {
    if (!machine || !disk || isReading) return;
    onPlanned({ kind: 'detach', at: now(), machineId: machine.id, diskId: disk });
  });
  const texts = { control, placeholder: words.problem.required, required: true } as const;
  return (
    <PlanForm
      onSubmit={submit}
      failed={failed}
      what={words.what}
      status={isReading ? words.reading : reason}
      canPlan={Boolean(disk) && !isReading}
    >
      <SelectField
        {...texts}
        name="machineId"
        label={words.field.machine}
        errorText={() => words.problem.required}
        options={machineOptions(withData)}
        onChosen={() => setValue('diskId', null)}
      />
      {disks.length > 0 && (
        <SelectField
          {...texts}
          name="diskId"
          label={words.field.disk}
          errorText={() => words.problem.required}
          options={disks.map(({ name, managedDiskId, lun }) => ({
            value: managedDiskId ?? '',
            label: name,
            remark: lun === null ? undefined : words.field.lunValue(lun),
          }))}
        />
      )}
    </PlanForm>
  );
}
