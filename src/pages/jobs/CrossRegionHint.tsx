import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { secondaryRestoresQuery } from '#src/api/queries/overview.ts';
import { now } from '#src/lib/clock.ts';
import { countText } from '#src/lib/format.ts';
import type { JobRange } from '#src/model/jobs.ts';
import { nameOf } from '#src/model/resource-id.ts';
import { crossRegionIn } from '#src/pages/jobs/cross-region.ts';
import { jobs } from '#src/strings/jobs.ts';
import { RouterLink } from '#src/ui/links.tsx';

const words = jobs.crossRegion;

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    paddingInline: tokens.spacingHorizontalXXL,
    '@media (max-width: 639px)': { paddingInline: tokens.spacingHorizontalL },
  },
});

/** Where the restores to secondary regions are that the list over all vaults lacks; nothing where there are none. */
export function CrossRegionHint({ range }: { readonly range: JobRange }) {
  const styles = useStyles();
  const { data } = useQuery(secondaryRestoresQuery());
  const { total, running, vaults } = crossRegionIn(data?.jobs ?? [], range, now());
  if (total === 0) return null;
  return (
    <div role="note" aria-label={words.title} className={styles.root}>
      <span>{words.hint(total, countText(total), countText(running))}</span>
      {vaults.map((vault) => (
        <RouterLink key={vault} to="/jobs" search={{ view: 'secondary', vault, range }}>
          {words.vault(nameOf(vault))}
        </RouterLink>
      ))}
    </div>
  );
}
