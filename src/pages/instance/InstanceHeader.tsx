import { sameId, type ResourceId } from '#src/model/resource-id.ts';
import { common } from '#src/strings/common.ts';
import { instance as words } from '#src/strings/instance.ts';
import { PageHeader } from '#src/ui/PageHeader.tsx';
import { RouterLink } from '#src/ui/RouterLink.tsx';
import { known, type Reads } from '#src/wizard/draft/reads.ts';

export interface InstanceHeaderProps {
  readonly id: ResourceId;
  readonly reads: Reads;
}

/** Where one is: the machine, and what tells it from others of its name. */
export function InstanceHeader({ id, reads }: InstanceHeaderProps) {
  const item = known(reads.instance);
  // The last part of an item's name is that of its machine.
  const name = item?.friendlyName ?? id.split(';').at(-1) ?? '';
  return (
    <PageHeader
      title={name}
      crumbs={[
        <RouterLink key="overview" to="/">
          {common.overview}
        </RouterLink>,
        <RouterLink key="instances" to="/instances">
          {common.backupInstances}
        </RouterLink>,
        <span key="here" aria-current="page">
          {name}
        </span>,
      ]}
      subtitle={subtitleOf(reads)}
    />
  );
}

/** Group, vault, subscription, and whether the machine is still there. */
function subtitleOf(reads: Reads): string {
  const item = known(reads.instance);
  if (item === undefined)
    return reads.instance.state === 'loading' ? common.reading(words.what) : common.notRead;
  const subscription = known(reads.subscriptions)?.find(({ id }) =>
    sameId(id, item.subscriptionId),
  );
  return [
    item.resourceGroup,
    item.vaultName,
    subscription?.name ?? item.subscriptionId,
    sourceText(reads.machine),
  ].join(words.separator);
}

function sourceText(read: Reads['machine']): string {
  const machine = known(read);
  if (machine === undefined) return words.sourceNotRead;
  return machine === null ? words.sourceDeleted : words.sourceExists;
}
