import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState, useSyncExternalStore } from 'react';
import { onRecords } from '#src/actions/record.ts';
import { ActionPanel } from '#src/actions/ActionPanel.tsx';
import { readStepsAgain } from '#src/api/queries/step-checks.ts';
import { actionOf } from '#src/datasources/azure-vm/next-steps/actions.ts';
import { orderCommands } from '#src/datasources/azure-vm/next-steps/commands.ts';
import { CommandList } from '#src/datasources/azure-vm/next-steps/CommandList.tsx';
import type { Ground } from '#src/datasources/azure-vm/next-steps/ground.ts';
import {
  isCarriedOut,
  keepOrder,
  onOrders,
  orderOf,
  removeOrder,
  type StepOrder,
  type StepOrderKind,
} from '#src/datasources/azure-vm/next-steps/order.ts';
import { OrderForm } from '#src/datasources/azure-vm/next-steps/OrderForm.tsx';
import type { ResourceId } from '#src/model/resource-id.ts';
import { stepActions as words } from '#src/strings/next-steps.ts';
import { useCommonStyles } from '#src/ui/common-styles.ts';

const useStyles = makeStyles({ planned: { marginTop: tokens.spacingVerticalM } });

export interface StepActionProps {
  readonly jobId: string;
  readonly stepId: string;
  readonly kind: StepOrderKind;
  readonly ground: Ground;
  /** Ids of what a read has found, for what is to be removed. */
  readonly found: readonly ResourceId[];
  /** Nothing is left to do, and nothing is offered anew. */
  readonly isVerified: boolean;
  /** What was carried out is to be planned anew. */
  readonly onAnew: () => void;
}

/** What is done about a next step: chosen, planned, confirmed by a name, and read back. */
export function StepAction(props: StepActionProps) {
  const { jobId, stepId, kind, ground, found, isVerified, onAnew } = props;
  const styles = useStyles();
  const { column } = useCommonStyles();
  const client = useQueryClient();
  const stored = useSyncExternalStore(onOrders, () => orderOf(jobId, stepId));
  const [planned, setPlanned] = useState<StepOrder | null>(null);
  const order = planned ?? stored;
  const place = useRef<HTMLDivElement>(null);
  // What had the focus goes with each change.
  const plan = (wanted: StepOrder | null) => {
    setPlanned(wanted);
    place.current?.focus();
  };
  const planAnew = () => {
    removeOrder(jobId, stepId);
    plan(null);
    onAnew();
  };
  const action = order && actionOf(order, () => void readStepsAgain(client));
  const isEnded = useSyncExternalStore(onRecords, () => order !== null && isCarriedOut(order));
  return (
    <div
      ref={place}
      tabIndex={-1}
      className={mergeClasses(column, order !== null && styles.planned)}
    >
      {order !== null && action !== null ? (
        <>
          <ActionPanel
            action={action}
            label={words.open[order.kind]}
            commands={<CommandList commands={orderCommands(order)} />}
            reason={null}
            onConfirmed={() => keepOrder(jobId, stepId, order)}
            onGivenUp={planAnew}
          />
          {stored !== order && <Button onClick={() => plan(null)}>{words.change}</Button>}
          {isEnded && !isVerified && (
            <Button size="small" onClick={planAnew}>
              {words.again}
            </Button>
          )}
        </>
      ) : isVerified ? null : (
        <OrderForm kind={kind} ground={ground} found={found} onPlanned={plan} />
      )}
    </div>
  );
}
