import { subscriptionName } from '#src/datasources/azure-vm/reads.ts';
import { Button, mergeClasses } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useCommonStyles } from '#src/ui/common-styles.ts';
import { nameOf, type ResourceId } from '#src/model/resource-id.ts';
import { RESTORE_ROLE } from '#src/model/roles.ts';
import { grantCommand } from '#src/wizard/commands/grant.ts';
import { identityRights as words } from '#src/strings/identity-rights.ts';
import { CommandText } from '#src/ui/CommandText.tsx';
import { ReadAgo } from '#src/ui/ReadAgo.tsx';
import { Status } from '#src/ui/Status.tsx';
import {
  type LackingRights,
  lackingRights,
} from '#src/datasources/azure-vm/steps/lacking-rights.ts';
import type { DraftView } from '#src/datasources/azure-vm/model.ts';

/** Under the identity: what it lacks, where, and how an owner gives it; nothing where it lacks nothing. */
export function IdentityRights({ view }: { readonly view: DraftView }) {
  const styles = useCommonStyles();
  const client = useQueryClient();
  const lacking = lackingRights(view.reads, view.shown);
  const [first] = lacking;
  if (first === undefined) return null;
  return (
    <div className={mergeClasses(styles.column, styles.close, styles.belowControl)}>
      <ul className={mergeClasses(styles.plainList, styles.anywhere)} aria-label={words.list}>
        {lacking.map((one) => (
          <Lacking key={one.scope} lacking={one} name={scopeName(view, one.scope)} />
        ))}
      </ul>
      <span>
        {/* All that the page shows: a group or an account may be another by now, too. */}
        <Button size="small" onClick={() => void client.refetchQueries({ type: 'active' })}>
          {words.checkAgain}
        </Button>{' '}
        <ReadAgo at={first.at} />
      </span>
    </div>
  );
}

interface LackingProps {
  readonly lacking: LackingRights;
  readonly name: string;
}

function Lacking({ lacking: { scope, principalId, actions }, name }: LackingProps) {
  return (
    <li>
      <Status tone="failed">{words.lacks[kindOf(scope)](RESTORE_ROLE, name)}</Status>
      <div>
        <CommandText
          label={words.command}
          command={grantCommand(RESTORE_ROLE, principalId, scope)}
        />
      </div>
      <details>
        <summary>{words.actions(actions.length)}</summary>
        <ul aria-label={words.actionsOf(name)}>
          {actions.map((action) => (
            <li key={action}>{action}</li>
          ))}
        </ul>
      </details>
    </li>
  );
}

/** The id of a subscription says nothing to a person. */
function scopeName({ reads }: DraftView, scope: ResourceId): string {
  const name = nameOf(scope);
  return subscriptionName(reads, name) ?? name;
}

/** A group that is still to be made has the rights of its subscription. */
function kindOf(scope: ResourceId): keyof typeof words.lacks {
  const parts = scope.split('/').length;
  if (parts <= '/subscriptions/x'.split('/').length) return 'subscription';
  return parts <= '/subscriptions/x/resourceGroups/x'.split('/').length ? 'group' : 'account';
}
