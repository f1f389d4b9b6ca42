import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { diskInstancePages } from '#src/api/queries/disk-instances.ts';
import { pageQuery } from '#src/api/queries/paged.ts';
import { countText } from '#src/lib/format.ts';
import { DISKS_BY_NAME } from '#src/model/disk-instance-list.ts';
import { disksWanted } from '#src/pages/instances/disks/wanted.ts';
import { DATASOURCE_ID } from '#src/pages/instances/InstanceFilters.tsx';
import type { InstancesViewProps } from '#src/pages/instances/search.ts';
import { diskPages } from '#src/strings/disk-pages.ts';
import { focusField } from '#src/ui/focus-field.ts';

const words = diskPages.list;

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
  },
});

/** Says beside a list of machines that disks fit what is asked for too, and leads to them. */
export function DisksToo({ wanted, onChange }: InstancesViewProps) {
  const styles = useStyles();
  const { datasources, healths, sources } = wanted.filter;
  // Disks have no health and no source of that kind: what asks for one asks for machines.
  const isOfMachines =
    (datasources.length > 0 && !datasources.includes('disk')) ||
    healths.length > 0 ||
    sources.length > 0;
  const { filter } = disksWanted(wanted);
  const { data, error } = useQuery({
    ...pageQuery(diskInstancePages(filter, DISKS_BY_NAME), 0),
    enabled: !isOfMachines,
  });
  if (isOfMachines || data?.total === 0 || (data === undefined && error === null)) return null;
  return (
    <div className={styles.root}>
      {data === undefined ? words.tooNotRead : words.too(data.total, countText(data.total))}
      <Button
        size="small"
        onClick={() => {
          onChange({ datasource: 'disk', sort: undefined });
          // The button goes with the list that it stands under; the filter stays, and says what is shown.
          focusField(DATASOURCE_ID);
        }}
      >
        {words.show}
      </Button>
    </div>
  );
}
