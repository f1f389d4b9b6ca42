import { getRouteApi } from '@tanstack/react-router';
import type { ResourceId } from '#src/model/resource-id.ts';
import { AlsoProtected } from '#src/pages/instance/AlsoProtected.tsx';
import { InstanceHistory } from '#src/pages/instance/InstanceHistory.tsx';
import { InstanceJobs } from '#src/pages/instance/InstanceJobs.tsx';
import { useInstancePlace } from '#src/pages/instance/use-search.ts';
import { instance as words } from '#src/strings/instance.ts';
import { PageHeader, InstancesButton } from '#src/ui/page.tsx';
import { EmptyState } from '#src/ui/states.tsx';

const route = getRouteApi('/instances/$instanceId');

/** What was done with an instance, and what it was restored to. */
const JobLists = ({ instance: id }: { readonly instance: ResourceId }) => (
  <>
    <InstanceJobs instance={id} />
    <InstanceHistory instance={id} />
  </>
);

/** One backup instance: what it is, and as of when it can be restored. */
export function InstancePage() {
  const { instanceId } = route.useParams();
  const known = route.useLoaderData();
  const place = useInstancePlace();
  if (known === null) {
    return (
      <>
        <PageHeader title={words.unknown} />
        <EmptyState title={words.unknownBody}>
          <InstancesButton />
        </EmptyState>
      </>
    );
  }
  const { id, owner, page } = known;
  // Another instance is another page, so its selections aren't carried over.
  return (
    <page.Page
      key={id.toLowerCase()}
      {...{ id, ...place }}
      address={instanceId}
      Jobs={JobLists}
      also={<AlsoProtected instance={id} owner={owner} />}
    />
  );
}
