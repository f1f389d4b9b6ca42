import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { getRouteApi } from '@tanstack/react-router';
import { instanceAddress } from '#src/api/arm/address.ts';
import type { Fit, FitCell } from '#src/datasources/datasource.ts';
import { listText } from '#src/lib/wording.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { rangeText } from '#src/progress/live/progress-text.ts';
import { common } from '#src/strings/common.ts';
import { vendorFit as words } from '#src/strings/vendor-fit.ts';
import { usePartStyles } from '#src/ui/styles.ts';
import { RouterButton, RouterLink } from '#src/ui/links.tsx';
import { PageHeader, InstancesButton, instanceCrumbs } from '#src/ui/page.tsx';
import { EmptyState } from '#src/ui/states.tsx';
import { Name } from '#src/ui/text.tsx';

const ROWS = ['newest', 'cannot', 'needs', 'destroys'] as const;

const useStyles = makeStyles({
  // Drawn as a grid, a native table would lose its roles; hence they are written out.
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(120px, 200px) minmax(0, 1fr) minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalL,
    paddingBlock: tokens.spacingVerticalM,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    // On a phone the head of a row stands above its two cells.
    '@media (max-width: 639px)': {
      gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
      '& > :first-child': { gridColumn: '1 / -1' },
    },
  },
  head: { fontWeight: tokens.fontWeightSemibold },
  list: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
});

interface FitTableProps {
  readonly sides: readonly { readonly address: string; readonly fit: Fit }[];
}

/** Two restores, a column each. */
function FitTable({ sides }: FitTableProps) {
  const styles = useStyles();
  const part = usePartStyles();
  return (
    <div role="table" aria-label={words.table}>
      <div role="row" className={styles.row}>
        <span role="columnheader">
          <span className={part.unseen}>{words.compared}</span>
        </span>
        {sides.map(({ address, fit }) => (
          <span key={address} role="columnheader" className={styles.head}>
            {fit.service}
          </span>
        ))}
      </div>
      {/* Before the rows that grow while they are read: what moves under a press would lose it. */}
      <div role="row" className={styles.row}>
        <span role="rowheader" className={styles.head}>
          {common.restore}
        </span>
        {sides.map(({ address, fit }) => (
          <div key={address} role="cell">
            <RouterButton to="/restore/new" search={{ instance: address }} preload={false}>
              {words.restoreWith(fit.service)}
            </RouterButton>
          </div>
        ))}
      </div>
      {ROWS.map((row) => (
        <div key={row} role="row" className={styles.row}>
          <span role="rowheader" className={styles.head}>
            {words.rows[row]}
          </span>
          {sides.map(({ address, fit }) => (
            <div key={address} role="cell">
              <Cell cell={fit[row]} />
            </div>
          ))}
        </div>
      ))}
      <div role="row" className={styles.row}>
        <span role="rowheader" className={styles.head}>
          {words.rows.time}
        </span>
        {sides.map(({ address, fit }) => (
          <div key={address} role="cell">
            <Cell cell={timeCell(fit.tookMs)} />
          </div>
        ))}
      </div>
    </div>
  );
}

function Cell({ cell }: { readonly cell: FitCell }) {
  const styles = useStyles();
  const part = usePartStyles();
  if (cell === null) return common.reading(words.what);
  return (
    <ul className={mergeClasses(part.list, styles.list)}>
      {cell.map(({ text, rule, options }, at) => (
        <li key={rule ?? text}>
          {options !== undefined && options.join() !== cell[at - 1]?.options?.join() && (
            <span className={part.second}>{listText(options)}</span>
          )}
          <Name>{text}</Name>
          {rule !== undefined && (
            <>
              {' '}
              <RouterLink to="/rules" search={{ rule }}>
                {rule}
              </RouterLink>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

/** How long the latest restores took. */
function timeCell(tookMs: Fit['tookMs']): FitCell {
  if (tookMs === null) return null;
  if (tookMs === undefined) return [{ text: words.notKnown }];
  if (tookMs.length === 0) return [{ text: words.noPast }];
  const range = { lowMs: Math.min(...tookMs), highMs: Math.max(...tookMs) };
  return [{ text: words.took(rangeText(range), tookMs.length) }];
}

const route = getRouteApi('/instances/$instanceId/fit');

/** Two backups of one VM side by side: what a restore from each would be. */
export function FitPage() {
  const [one, other] = route.useLoaderData();
  if (one === undefined || other === undefined) {
    return (
      <>
        <PageHeader title={words.unknown} />
        <EmptyState title={words.unknownBody}>
          <InstancesButton />
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
        crumbs={instanceCrumbs(words.title)}
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
