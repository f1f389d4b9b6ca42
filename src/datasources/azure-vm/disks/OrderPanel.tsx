import { Button } from '@fluentui/react-components';
import { ActionPanel } from '#src/actions/ActionPanel.tsx';
import { actionOf } from '#src/datasources/azure-vm/disks/actions.ts';
import { addOrder, type DiskOrder, removeOrder } from '#src/datasources/azure-vm/disks/order.ts';
import { OrderCommands } from '#src/datasources/azure-vm/disks/OrderCommands.tsx';
import { now } from '#src/lib/clock.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { diskActions as words } from '#src/strings/disk-actions.ts';
import { keepMachine } from '#src/wizard/next-steps/marks.ts';

export interface OrderPanelProps {
  readonly jobId: ResourceId;
  readonly order: DiskOrder;
  /** It was not confirmed yet. */
  readonly isPlanned: boolean;
  /** Another action after the same job is in progress. */
  readonly isOtherOpen: boolean;
  readonly onConfirmed: () => void;
  /** Called when it is to be planned otherwise. */
  readonly onPlanAnew: () => void;
}

/** One order from its plan to its end. */
export function OrderPanel(props: OrderPanelProps) {
  const { jobId, order, isPlanned, isOtherOpen, onConfirmed, onPlanAnew } = props;
  return (
    <>
      <ActionPanel
        action={actionOf(order, () => keepMachine(jobId, now()))}
        label={words.button[order.kind]}
        commands={<OrderCommands order={order} />}
        reason={isOtherOpen ? words.open : null}
        onConfirmed={() => {
          if (isPlanned) addOrder(jobId, order);
          onConfirmed();
        }}
        onGivenUp={() => {
          removeOrder(jobId, order);
          onPlanAnew();
        }}
      />
      {isPlanned && <Button onClick={onPlanAnew}>{words.change}</Button>}
    </>
  );
}
