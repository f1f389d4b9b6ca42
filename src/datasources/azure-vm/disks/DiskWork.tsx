import { RadioGroup } from '@fluentui/react-components';
import { useState, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import { onRecords, recordOf } from '#src/actions/record.ts';
import { openStep } from '#src/actions/status.ts';
import { actionOf } from '#src/datasources/azure-vm/disks/actions.ts';
import { DiskTable } from '#src/datasources/azure-vm/disks/DiskTable.tsx';
import type { OrderFormProps } from '#src/datasources/azure-vm/disks/form-props.ts';
import { OrderForm } from '#src/datasources/azure-vm/disks/OrderForm.tsx';
import { OrderPanel } from '#src/datasources/azure-vm/disks/OrderPanel.tsx';
import {
  DISK_ORDER_KINDS,
  type DiskOrder,
  type DiskOrderKind,
  onOrders,
  ordersOf,
} from '#src/datasources/azure-vm/disks/order.ts';
import { useDiskStyles } from '#src/datasources/azure-vm/disks/styles.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { diskActions as words } from '#src/strings/disk-actions.ts';
import { useCommonStyles } from '#src/ui/common-styles.ts';
import { ChoiceRadio } from '#src/ui/fields/ChoiceRadio.tsx';
import { focusField } from '#src/ui/focus-field.ts';
import { SectionHeading } from '#src/ui/SectionHeading.tsx';
import { EmptyState } from '#src/ui/states/EmptyState.tsx';

const CHOICE = 'disk-order-kind';

export interface DiskWorkProps extends Omit<OrderFormProps, 'kind' | 'onPlanned'> {
  readonly jobId: ResourceId;
}

/** The disks, what can be done with them, and what became of each action that was confirmed. */
export function DiskWork({ jobId, ...parts }: DiskWorkProps) {
  const { column } = useCommonStyles();
  const styles = useDiskStyles();
  const confirmed = useSyncExternalStore(onOrders, () => ordersOf(jobId));
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
          key={actionOf(order).id}
          ref={order === planned ? takeFocus : undefined}
          tabIndex={-1}
          className={column}
        >
          <OrderPanel
            jobId={jobId}
            order={order}
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
  const record = recordOf(actionOf(order).id);
  return record !== null && openStep(record) !== undefined;
}

function takeFocus(panel: HTMLElement | null): void {
  panel?.focus();
}
