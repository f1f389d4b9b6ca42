import { getRouteApi } from '@tanstack/react-router';
import { instanceAddress } from '#src/api/arm/address.ts';
import type { Fit } from '#src/datasources/datasource.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { FitTable } from '#src/pages/instance/fit/FitTable.tsx';
import { common } from '#src/strings/common.ts';
import { fit as words } from '#src/strings/fit.ts';
import { usePartStyles } from '#src/ui/instance/styles.ts';
import { OverviewLink, PageHeader } from '#src/ui/page.tsx';
import { NameLink, RouterButton } from '#src/ui/links.tsx';
import { EmptyState } from '#src/ui/states.tsx';

const route = getRouteApi('/instances/$instanceId/fit');

/** Two backups of one VM side by side: what a restore from each would be. */
export function FitPage() {
  const [one, other] = route.useLoaderData();
  if (one === undefined || other === undefined) {
    return (
      <>
        <PageHeader title={words.unknown} />
        <EmptyState title={words.unknownBody}>
          <RouterButton to="/instances">{common.backupInstances}</RouterButton>
        </EmptyState>
      </>
    );
  }
  return (
    <one.part.WithFit instance={one.id}>
      {(first) => (
        <other.part.WithFit instance={other.id}>
          {(second) => (
            <Compared
              sides={[
                { id: one.id, fit: first },
                { id: other.id, fit: second },
              ]}
            />
          )}
        </other.part.WithFit>
      )}
    </one.part.WithFit>
  );
}

interface ComparedProps {
  readonly sides: readonly { readonly id: ResourceId; readonly fit: Fit }[];
}

function Compared({ sides }: ComparedProps) {
  const styles = usePartStyles();
  const name = sides.find(({ fit }) => fit.name !== null)?.fit.name ?? '';
  return (
    <>
      <PageHeader
        title={words.title}
        crumbs={[
          <OverviewLink key="overview" />,
          <NameLink key="instances" to="/instances">
            {common.backupInstances}
          </NameLink>,
          <span key="here" aria-current="page">
            {words.title}
          </span>,
        ]}
        subtitle={name === '' ? common.reading(words.what) : words.about(name)}
      />
      <div className={styles.inset}>
        {sides.map(({ id, fit }) => (
          <div key={id}>{fit.note}</div>
        ))}
        <FitTable sides={sides.map(({ id, fit }) => ({ address: instanceAddress(id), fit }))} />
      </div>
    </>
  );
}
