import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { isWork, type StepCheck, type StepMarks } from '#src/model/next-steps.ts';
import { nextSteps as words } from '#src/strings/next-steps.ts';
import { RouterLink } from '#src/ui/links.tsx';
import { useCommonStyles } from '#src/ui/styles.ts';
import { StepState } from '#src/wizard/next-steps/StepState.tsx';

const useStyles = makeStyles({
  root: {
    paddingBlock: tokens.spacingVerticalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    breakInside: 'avoid',
  },
});

/** A next step as a list shows it. */
export interface ShownStep {
  readonly id: string;
  /** What to do, in sentences. */
  readonly text: string;
  /** The document that says so. */
  readonly source: string | null;
  /** Null: no read can verify it. */
  readonly check: StepCheck | null;
  /** What is known without a read; left out: nothing. */
  readonly remark?: string | undefined;
}

export interface StepItemProps {
  readonly jobId: string;
  readonly step: ShownStep;
  readonly marks: StepMarks;
  readonly onMark: (isDone: boolean) => void;
  /** What can be done about it here; given what the latest read found. */
  readonly renderAction: (seen: readonly string[], isVerified: boolean) => ReactNode;
}

/** One next step: its status, why, and what can be done about it. */
export function StepItem({ jobId, step, marks, onMark, renderAction }: StepItemProps) {
  const styles = useStyles();
  const { column, close, second } = useCommonStyles();
  const { id, text, source, check, remark } = step;
  return (
    <li className={mergeClasses(column, close, styles.root)}>
      <span>{text}</span>
      {remark !== undefined && <span className={second}>{remark}</span>}
      {source !== null && <SourceLink rule={id} source={source} />}
      {isWork(id) ? (
        <StepState {...{ jobId, id, text, check, marks, onMark, renderAction }} />
      ) : (
        renderAction([], false)
      )}
    </li>
  );
}

interface SourceLinkProps {
  readonly rule: string;
  /** The document that says so. */
  readonly source: string;
}

/** The way to the rule's own page; which document says so is in the link's name. */
function SourceLink({ rule, source }: SourceLinkProps) {
  return (
    <span>
      <RouterLink to="/rules" search={{ rule }} preload={false} aria-label={words.source(source)}>
        {words.sourceLink}
      </RouterLink>
    </span>
  );
}
