import { Button } from '@fluentui/react-components';
import { useState, useSyncExternalStore } from 'react';
import { onOrders, orderOf } from '#src/datasources/azure-vm/next-steps/order.ts';
import type { StepActionProps } from '#src/datasources/azure-vm/next-steps/StepAction.tsx';
import { stepActions as words } from '#src/strings/next-steps.ts';
import { lazyPart } from '#src/ui/lazy-part.ts';
import { Part } from '#src/ui/Part.tsx';

/** Forms and what carries orders out: fetched when a person asks for them, or an order is stored. */
const LazyAction = lazyPart(
  () => import('#src/datasources/azure-vm/next-steps/StepAction.tsx'),
  'StepAction',
);

/** What can be done about a next step from here, behind a button until then. */
export function OfferedAction(props: Omit<StepActionProps, 'onAnew'>) {
  const { jobId, stepId, kind, isVerified } = props;
  const hasOrder = useSyncExternalStore(onOrders, () => orderOf(jobId, stepId) !== null);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      {!hasOrder && !isVerified && (
        <Button size="small" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {isOpen ? words.close : words.open[kind]}
        </Button>
      )}
      {(hasOrder || isOpen) && (
        <Part what={words.what}>
          <LazyAction {...props} onAnew={() => setIsOpen(true)} />
        </Part>
      )}
    </>
  );
}
