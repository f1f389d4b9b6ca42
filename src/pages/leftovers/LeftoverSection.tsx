import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { problemOf } from '#src/api/queries/query.ts';
import { isCut } from '#src/lib/list.ts';
import { countText } from '#src/lib/format.ts';
import type { Claim, KnownRestore, LeftoverKind } from '#src/model/leftovers.ts';
import type { StartedRestore } from '#src/pages/leftovers/known-restore.ts';
import { type LeftoverRow, LeftoverTable } from '#src/pages/leftovers/LeftoverTable.tsx';
import type { LeftoverRead, LeftoversOfKind } from '#src/pages/leftovers/use-leftovers.ts';
import { afterwards } from '#src/strings/afterwards.ts';
import { common } from '#src/strings/common.ts';
import { leftovers as words } from '#src/strings/leftovers.ts';
import { useCommonStyles } from '#src/ui/styles.ts';
import { SectionHeading } from '#src/ui/page.tsx';
import { InlineRead } from '#src/ui/InlineRead.tsx';
import { AfterList } from '#src/wizard/next-steps/AfterList.tsx';
import { useAfterwards } from '#src/wizard/next-steps/use-afterwards.ts';

/** More are drawn only when they are wanted. */
const FIRST = 50;

const CLAIMS: readonly Claim[] = ['certain', 'likely', 'none'];

/** What is of a restore comes first. */
const byClaim = (a: LeftoverRow, b: LeftoverRow): number =>
  CLAIMS.indexOf(a.leftover.claim) - CLAIMS.indexOf(b.leftover.claim);

export interface LeftoverSectionProps extends Pick<LeftoversOfKind, 'kind' | 'reads'> {
  readonly rows: readonly LeftoverRow[];
  /** Whether the jobs of the restores were read: they say where else leftovers may be. */
  readonly areJobsRead: boolean;
}

/**
 * What a kind shows of which nothing was found, by which of its lists were read; null: nothing, as one wasn't.
 * Without any list nothing was searched.
 */
export function noneText(
  kind: LeftoverKind,
  areRead: readonly boolean[],
  areJobsRead: boolean,
): string | null {
  const isByJob = kind === 'container' || kind === 'role';
  if (areRead.includes(false) || (isByJob && !areJobsRead)) return null;
  return isByJob && areRead.length === 0 ? words.notSearched[kind] : words.none[kind];
}

/** Leftovers of one kind, and the lists of them that are being read or could not be. */
export function LeftoverSection({ kind, rows, reads, areJobsRead }: LeftoverSectionProps) {
  const { column } = useCommonStyles();
  const [isWhole, setIsWhole] = useState(false);
  const sorted = rows.toSorted(byClaim);
  const areRead = reads.map(({ query }) => query.data !== undefined);
  const none = rows.length > 0 ? null : noneText(kind, areRead, areJobsRead);
  return (
    <section aria-label={words.kinds[kind]}>
      <SectionHeading level={2}>{words.kinds[kind]}</SectionHeading>
      {rows.length > 0 && (
        <LeftoverTable kind={kind} rows={isWhole ? sorted : sorted.slice(0, FIRST)} />
      )}
      {rows.length > FIRST && !isWhole && (
        <Button onClick={() => setIsWhole(true)}>{words.all(countText(rows.length))}</Button>
      )}
      {none !== null && <p>{none}</p>}
      <div className={column}>
        <Reads reads={reads} />
      </div>
    </section>
  );
}

/** What is being read, could not be read, or is longer than what was read. */
export function Reads({ reads }: { readonly reads: readonly LeftoverRead[] }) {
  return reads.map(({ what, query }) => (
    <InlineRead key={what} query={query} problemOf={problemOf} what={what}>
      {(data) => Array.isArray(data) && isCut(data) && common.cut(countText(data.length))}
    </InlineRead>
  ));
}

export interface AfterRestoresProps {
  readonly started: readonly StartedRestore[];
  /** The same restores, as their jobs report them. */
  readonly restores: readonly KnownRestore[];
}

/** What this browser did after its restores, also what it cleaned up. */
export function AfterRestores({ started, restores }: AfterRestoresProps) {
  return started.map((one, index) => (
    <AfterRestore key={one.jobId} {...one} source={restores[index]?.source ?? ''} />
  ));
}

interface AfterRestoreProps extends Pick<StartedRestore, 'jobId' | 'spec'> {
  readonly source: string;
}

function AfterRestore({ jobId, spec, source }: AfterRestoreProps) {
  const lines = useAfterwards(jobId, spec);
  return <AfterList jobId={jobId} lines={lines} title={afterwards.of(source)} />;
}
