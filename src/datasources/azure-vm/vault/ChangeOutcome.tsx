import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { Ref } from 'react';
import type { Problem } from '#src/model/problem.ts';
import type { ChangeView } from '#src/api/queries/vault-change-view.ts';
import { common } from '#src/strings/common.ts';
import { vaults } from '#src/strings/vaults.ts';
import { CopyText } from '#src/ui/CopyText.tsx';
import { Name } from '#src/ui/Name.tsx';
import { Status } from '#src/ui/Status.tsx';

const words = vaults.change;

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalS,
    ':focus': { outlineStyle: 'none' },
  },
  body: {
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
  },
});

/** The latest change of a vault, and a look at what came of it. */
export interface LatestChange {
  readonly change: ChangeView;
  /** Reads the vault again. */
  readonly onRefresh: () => void;
}

export interface ChangeOutcomeProps extends LatestChange {
  /** It takes the focus when the command that had it goes away. */
  readonly ref: Ref<HTMLDivElement>;
}

/** What came of the latest change. It is always there, so that news in it are read out. */
export function ChangeOutcome({ ref, ...outcome }: ChangeOutcomeProps) {
  const styles = useStyles();
  return (
    <div role="status" ref={ref} tabIndex={-1} className={styles.root}>
      <Outcome {...outcome} />
    </div>
  );
}

function Outcome({ change, onRefresh }: LatestChange) {
  const refresh = <Button onClick={onRefresh}>{words.readAgain}</Button>;
  switch (change.kind) {
    case 'none':
      return null;
    case 'running':
      return (
        <>
          <Status tone="running">{words.sending(vaults.state[change.wanted])}</Status>
          <span>{words.sendingBody}</span>
        </>
      );
    case 'done':
      return (
        <>
          <Status tone="done">{words.done(vaults.state[change.wanted])}</Status>
          <span>{words.doneBody}</span>
        </>
      );
    case 'looking':
      return (
        <>
          <Status tone="warning">{words[change.why](vaults.state[change.wanted])}</Status>
          <span>{words.looking}</span>
          {refresh}
        </>
      );
    case 'failed':
      return (
        <>
          <Status tone="failed">{words.failed}</Status>
          <span>
            <Name>{change.message}</Name>
          </span>
          <span>{words.asRead}</span>
        </>
      );
    case 'trouble': {
      const { kind, problem } = change.trouble;
      return (
        <>
          <Status tone={TONES[kind]}>{words.trouble[kind].title}</Status>
          <span>
            <Name>{problem.message}</Name>
          </span>
          <span>{words.trouble[kind].body}</span>
          <ProblemFacts problem={problem} />
          {kind === 'unsure' && <span>{words.looking}</span>}
          {refresh}
        </>
      );
    }
  }
}

const TONES = {
  forbidden: 'unknown',
  notFound: 'failed',
  busy: 'warning',
  throttled: 'warning',
  refused: 'failed',
  notSent: 'failed',
  unsure: 'warning',
} as const;

/** What an owner or support needs to know of a refusal. */
function ProblemFacts({ problem }: { readonly problem: Problem }) {
  const styles = useStyles();
  return (
    <>
      {problem.missingAction !== null && <span>{common.missingAction(problem.missingAction)}</span>}
      {problem.requestId !== null && <CopyText label={common.requestId} text={problem.requestId} />}
      {problem.body !== '' && (
        <details>
          <summary>{common.details}</summary>
          <div className={styles.body}>{problem.body}</div>
        </details>
      )}
    </>
  );
}
