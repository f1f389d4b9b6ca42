import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { Ref } from 'react';
import { type Problem, withCode } from '#src/model/problem.ts';
import type { ChangeView } from '#src/actions/vault-change.ts';
import { common } from '#src/strings/common.ts';
import { vaults } from '#src/strings/vaults.ts';
import { CopyText } from '#src/ui/CopyText.tsx';
import { Name } from '#src/ui/Name.tsx';
import { Status, type Tone } from '#src/ui/Status.tsx';

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
  const view = changeWords(change);
  if (view === null) return null;
  const { tone, title, message, lines } = view;
  return (
    <>
      <Status tone={tone}>{title}</Status>
      {message !== null && (
        <span>
          <Name>{message}</Name>
        </span>
      )}
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
      {change.kind === 'trouble' && <ProblemFacts problem={change.trouble.problem} />}
      {(change.kind === 'trouble' || change.kind === 'looking') && (
        <Button onClick={onRefresh}>{words.readAgain}</Button>
      )}
    </>
  );
}

interface ChangeWords {
  readonly tone: Tone;
  readonly title: string;
  /** In Azure's words; null: it gave none. */
  readonly message: string | null;
  readonly lines: readonly string[];
}

/** What shows for a change; null: nothing. */
export function changeWords(change: ChangeView): ChangeWords | null {
  switch (change.kind) {
    case 'none':
      return null;
    case 'running': {
      const title = words.sending(vaults.state[change.wanted]);
      return { tone: 'running', title, message: null, lines: [words.sendingBody] };
    }
    case 'done': {
      const title = words.done(vaults.state[change.wanted]);
      return { tone: 'done', title, message: null, lines: [words.doneBody] };
    }
    case 'looking': {
      const title = words[change.why](vaults.state[change.wanted]);
      return { tone: 'warning', title, message: null, lines: [words.looking] };
    }
    case 'failed': {
      const message = withCode(change.message, change.code);
      return { tone: 'failed', title: words.failed, message, lines: [words.asRead] };
    }
    case 'trouble': {
      const { kind, problem } = change.trouble;
      const { title, body } = words.trouble[kind];
      const lines = kind === 'unsure' ? [body, words.looking] : [body];
      return { tone: TONES[kind], title, message: problem.message, lines };
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
