import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { durationText } from '#src/lib/format.ts';
import type { Instant } from '#src/lib/time.ts';
import { diskChecks } from '#src/strings/disk-checks.ts';
import { focusField } from '#src/ui/focus-field.ts';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import { useNow } from '#src/ui/use-now.ts';
import type { DiskCheck, DiskCheckId } from '#src/datasources/azure-disk/checks/check.ts';
import { GrantRole } from '#src/datasources/azure-disk/checks/GrantRole.tsx';
import type { DiskView } from '#src/datasources/azure-disk/view.ts';
import type { GoTo } from '#src/datasources/datasource.ts';
import { CHECK_TONES } from '#src/wizard/review/check.ts';
import { CheckRow } from '#src/wizard/review/CheckRow.tsx';
import { CheckList, CheckSection } from '#src/wizard/review/CheckSection.tsx';
import { Remedies } from '#src/wizard/review/Remedies.tsx';

const words = diskChecks.prerequisites;

export interface DiskChecksProps {
  readonly view: DiskView;
  readonly checks: readonly DiskCheck[];
  /** The box by which their warnings are read. */
  readonly warnings: ReactNode;
  readonly goTo: GoTo;
}

/** What the Backup vault needs before it can restore the disk, each by what Azure reports now. */
export function DiskChecks({ view, checks, warnings, goTo }: DiskChecksProps) {
  const client = useQueryClient();
  return (
    // All that the page shows is read again: what one check waits for another may have read.
    <CheckSection
      title={words.title}
      onCheckAgain={() => void client.refetchQueries({ type: 'active' })}
    >
      <CheckList label={words.list}>
        {checks.map((check) => (
          <DiskCheckRow key={check.id} check={check} view={view} goTo={goTo} />
        ))}
      </CheckList>
      {warnings}
    </CheckSection>
  );
}

interface DiskCheckRowProps extends Pick<DiskChecksProps, 'view' | 'goTo'> {
  readonly check: DiskCheck;
}

/** One check: its state, what was found and when, and what can be done. */
function DiskCheckRow({ check, view, goTo }: DiskCheckRowProps) {
  const { id, state, found, at, countsAt, lacks, remedies } = check;
  const moveFocus = (): void => void focusField(elementId(id));
  // The name takes the focus, and readers then hear what was found.
  const foundId = `${elementId(id)}-found`;
  return (
    <CheckRow
      tone={state === 'pending' ? 'waiting' : CHECK_TONES[state]}
      word={words.state[state]}
      isWide
      name={words.name[id]}
      target={{ id: elementId(id), foundId: found === '' ? undefined : foundId }}
      at={at}
    >
      {found !== '' && <span id={foundId}>{found}</span>}
      {state === 'pending' && countsAt !== null && <TimeLeft until={countsAt} />}
      <Remedies steps={view.model.steps} {...{ remedies, goTo, moveFocus }} />
      {lacks !== null && <GrantRole grant={lacks} onGranted={moveFocus} />}
    </CheckRow>
  );
}

/** The id of a check's name, which takes the focus when a failure of the validation leads to it. */
const elementId = (id: DiskCheckId): string => `prerequisite-${id}`;

/** Minutes are counted: seconds would be noise. */
const EVERY_MS = 15_000;

function TimeLeft({ until }: { readonly until: Instant }) {
  const left = Math.max(0, until - useNow(EVERY_MS));
  return <span>{words.role.left(durationText(left))}</span>;
}

/** Leads from the validation to the check that it is about. */
export function ToCheck({ id }: { readonly id: DiskCheckId }) {
  return (
    <LinkButton onClick={() => void focusField(elementId(id))}>
      {diskChecks.validation.toPrerequisite(words.name[id])}
    </LinkButton>
  );
}
