import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import { healthQuery } from '#src/api/queries/overview.ts';
import { problemOf } from '#src/api/queries/query.ts';
import { countText } from '#src/lib/format.ts';
import { DATASOURCES } from '#src/datasources/registry.ts';
import { HEALTHS } from '#src/model/instances.ts';
import { instances } from '#src/strings/instances.ts';
import { overview } from '#src/strings/overview.ts';
import { useCommonStyles } from '#src/ui/styles.ts';
import { type Column, DataTable } from '#src/ui/DataTable.tsx';
import { HealthStatus } from '#src/ui/Status.tsx';
import { RouterLink } from '#src/ui/links.tsx';
import { SectionHeading } from '#src/ui/page.tsx';
import { Loaded } from '#src/ui/states.tsx';

const words = overview.health;

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  line: { margin: 0 },
});

interface HealthRow {
  readonly health: (typeof HEALTHS)[number];
  readonly machines: number;
}

const columns: Column<HealthRow>[] = [
  {
    head: words.heads.health,
    cell: ({ health }) => <HealthStatus health={health} deletion={null} />,
  },
  {
    head: words.heads.machines,
    isNumber: true,
    cell: ({ health, machines }) => (
      <RouterLink
        to="/instances"
        search={{ health }}
        aria-label={words.machinesOf(instances.health[health], countText(machines))}
      >
        {countText(machines)}
      </RouterLink>
    ),
  },
];

/** Health of the backup instances, each number a link to them. */
export function HealthCounts() {
  const styles = useStyles();
  const { second } = useCommonStyles();
  const counts = useQuery(healthQuery());
  // Azure reports the health of VMs alone.
  const others = [...DATASOURCES.values()].filter(
    ({ provider }) => provider !== 'Microsoft.RecoveryServices',
  );
  return (
    <section className={styles.root} aria-label={words.title}>
      <SectionHeading level={2}>{words.title}</SectionHeading>
      <Loaded query={counts} problemOf={problemOf} what={words.what} rows={5}>
        {(of) =>
          HEALTHS.every((health) => of[health] === 0) ? (
            <p className={styles.line}>{words.none}</p>
          ) : (
            <DataTable
              label={words.title}
              columns={columns}
              rows={HEALTHS.filter((health) => of[health] > 0).map((health) => ({
                health,
                machines: of[health],
              }))}
              rowKey={({ health }) => health}
              isSlim
            />
          )
        }
      </Loaded>
      {others.length > 0 && (
        <span className={second}>
          {words.notCounted}
          {others.map(({ word, name }, at) => (
            <Fragment key={word}>
              {at === 0 ? ' ' : ', '}
              <RouterLink to="/instances" search={{ datasource: word }}>
                {name}
              </RouterLink>
            </Fragment>
          ))}
        </span>
      )}
    </section>
  );
}
