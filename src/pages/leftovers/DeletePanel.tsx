import { Button } from '@fluentui/react-components';
import { ActionPanel } from '#src/actions/ActionPanel.tsx';
import { commandsOf } from '#src/pages/leftovers/commands.ts';
import { actionOf, type DeleteOrder, forgetOrder, keepOrder } from '#src/pages/leftovers/order.ts';
import { leftovers as words } from '#src/strings/leftovers.ts';
import { useCommonStyles } from '#src/ui/styles.ts';
import { SectionHeading } from '#src/ui/page.tsx';
import { ActionCommands } from '#src/wizard/commands/ActionCommands.tsx';

export interface DeletePanelProps {
  readonly order: DeleteOrder;
  /** It was not confirmed yet. */
  readonly isPlanned: boolean;
  /** Another deletion is in progress. */
  readonly isOtherOpen: boolean;
  readonly onConfirmed: () => void;
  /** Called when something else is to be selected. */
  readonly onChange: () => void;
}

/** One deletion from its plan to its end. */
export function DeletePanel(props: DeletePanelProps) {
  const { order, isPlanned, isOtherOpen, onConfirmed, onChange } = props;
  const { column } = useCommonStyles();
  return (
    <div ref={isPlanned ? takeFocus : undefined} tabIndex={-1} className={column}>
      <SectionHeading level={2}>{words.deletion}</SectionHeading>
      <ActionPanel
        action={actionOf(order)}
        label={order.items.every(({ kind }) => kind === 'role') ? words.revoke : words.button}
        commands={
          <ActionCommands label={words.commands} commandsOf={() => commandsOf(order.items)} />
        }
        reason={isOtherOpen ? words.open : null}
        onConfirmed={() => {
          keepOrder(order);
          onConfirmed();
        }}
        onGivenUp={() => {
          forgetOrder();
          onChange();
        }}
      />
      {isPlanned && <Button onClick={onChange}>{words.change}</Button>}
    </div>
  );
}

function takeFocus(panel: HTMLElement | null): void {
  panel?.focus();
}
