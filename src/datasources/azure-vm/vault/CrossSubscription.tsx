import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { type Ref, type RefCallback, useCallback, useId, useRef, useState } from 'react';
import { CHANGEABLE_STATES, type ChangeView } from '#src/actions/vault-change.ts';
import { permissionsQuery } from '#src/api/authorization.ts';
import {
  CrossSubscriptionStatus,
  DocumentSentences,
  type VaultPartProps,
} from '#src/datasources/azure-vm/vault/RestoreStates.tsx';
import { timeText } from '#src/lib/format.ts';
import { type Problem, withCode } from '#src/model/problem.ts';
import { allows } from '#src/model/roles.ts';
import type { CrossSubscriptionState, Vault } from '#src/model/vaults.ts';
import { common } from '#src/strings/common.ts';
import { vaults } from '#src/strings/vaults.ts';
import { ConfirmDialog } from '#src/ui/dialogs.tsx';
import { CopyText } from '#src/ui/CopyText.tsx';
import { Name } from '#src/ui/text.tsx';
import { Status, type Tone } from '#src/ui/Status.tsx';
import { VaultSection } from '#src/ui/VaultPageFrame.tsx';
import { useCommonStyles } from '#src/ui/styles.ts';

const outcomeWords = vaults.change;

const useOutcomeStyles = makeStyles({
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
interface LatestChange {
  readonly change: ChangeView;
  /** Reads the vault again. */
  readonly onRefresh: () => void;
}

interface ChangeOutcomeProps extends LatestChange {
  /** It takes the focus when the command that had it goes away. */
  readonly ref: Ref<HTMLDivElement>;
}

/** What came of the latest change. It is always there, so that news in it are read out. */
function ChangeOutcome({ ref, ...outcome }: ChangeOutcomeProps) {
  const styles = useOutcomeStyles();
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
        <Button onClick={onRefresh}>{outcomeWords.readAgain}</Button>
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
      const title = outcomeWords.sending(vaults.state[change.wanted]);
      return change.rejected === null
        ? { tone: 'running', title, message: null, lines: [outcomeWords.sendingBody] }
        : { tone: 'running', title, message: change.rejected, lines: [outcomeWords.rejected] };
    }
    case 'done': {
      const title = outcomeWords.done(vaults.state[change.wanted]);
      return { tone: 'done', title, message: null, lines: [outcomeWords.doneBody] };
    }
    case 'looking': {
      const title = outcomeWords[change.why](vaults.state[change.wanted]);
      return { tone: 'warning', title, message: null, lines: [outcomeWords.looking] };
    }
    case 'failed': {
      const message = withCode(change.message, change.code);
      return { tone: 'failed', title: outcomeWords.failed, message, lines: [outcomeWords.asRead] };
    }
    case 'trouble': {
      const { kind, problem } = change.trouble;
      const { title, body } = outcomeWords.trouble[kind];
      const { lookedAt } = problem;
      const looked = lookedAt === undefined ? [] : [outcomeWords.notShown(timeText(lookedAt))];
      const lines = [...looked, body, ...(kind === 'unsure' ? [outcomeWords.looking] : [])];
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
  const styles = useOutcomeStyles();
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

const words = vaults.crossSubscription;

/** What a role must allow (the operations list of Recovery Services). */
const WRITE = 'Microsoft.RecoveryServices/vaults/write';

const useCommandStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface CommandsProps {
  readonly vault: Vault;
  readonly subscription: string;
  readonly isRunning: boolean;
  /** Told of each command when it comes and before it goes. */
  readonly keepFocus: RefCallback<HTMLDivElement>;
  readonly onChange: (wanted: CrossSubscriptionState) => void;
}

/** The states that the vault can be put into. Where none can be pressed it says why beside them. */
function Commands(props: CommandsProps) {
  const styles = useCommandStyles();
  const { vault, subscription, isRunning, keepFocus, onChange } = props;
  const reasonId = useId();
  const permissions = useQuery(permissionsQuery(vault.id));
  // Roles that aren't read forbid nothing: then Azure decides.
  const isForbidden = permissions.data !== undefined && !allows(permissions.data, WRITE);
  const reason = isForbidden ? words.forbidden(WRITE) : isRunning ? words.busy : null;
  return (
    <div role="group" aria-label={words.commands} className={styles.root}>
      <div className={styles.buttons}>
        {CHANGEABLE_STATES.filter((state) => state !== vault.crossSubscriptionRestore).map(
          (state) => (
            <div key={state} ref={keepFocus}>
              <ChangeCommand
                wanted={state}
                vault={vault.name}
                subscription={subscription}
                reasonId={reason === null ? undefined : reasonId}
                onConfirm={() => onChange(state)}
              />
            </div>
          ),
        )}
      </div>
      {reason !== null && (
        <span id={reasonId}>
          <Status tone={isForbidden ? 'unknown' : 'waiting'}>{reason}</Status>
        </span>
      )}
    </div>
  );
}

const COMMANDS = {
  enabled: 'enable',
  disabled: 'disable',
  permanentlyDisabled: 'permanentlyDisable',
} as const;

interface ChangeCommandProps {
  readonly wanted: CrossSubscriptionState;
  readonly vault: string;
  readonly subscription: string;
  /** The text that says why it cannot be pressed now. */
  readonly reasonId: string | undefined;
  readonly onConfirm: () => void;
}

/** A command that asks back; what cannot be undone is confirmed by typing the vault's name. */
function ChangeCommand(props: ChangeCommandProps) {
  const [typed, setTyped] = useState('');
  const command = COMMANDS[props.wanted];
  const confirmWords = vaults.confirm[command];
  return (
    <ConfirmDialog
      renderCommand={(opens) => (
        <Button
          {...opens}
          disabledFocusable={props.reasonId !== undefined}
          aria-describedby={props.reasonId}
        >
          {vaults.crossSubscription[command]}
        </Button>
      )}
      title={confirmWords.title}
      keep={confirmWords.keep}
      confirm={confirmWords.go}
      canConfirm={command !== 'permanentlyDisable' || typed === props.vault}
      onConfirm={props.onConfirm}
      onTurn={() => setTyped('')}
    >
      <span>{confirmWords.body(props.vault, props.subscription)}</span>
      {command !== 'enable' && <span>{vaults.confirm.moving(props.subscription)}</span>}
      {command === 'permanentlyDisable' && (
        <Field label={<TypeThis name={props.vault} />}>
          <Input value={typed} onChange={(_, { value }) => setTyped(value)} autoComplete="off" />
        </Field>
      )}
    </ConfirmDialog>
  );
}

/** What to type, the name set apart from the words around it. */
function TypeThis({ name }: { readonly name: string }) {
  return (
    <span>
      {vaults.confirm.typeBefore}
      <strong>
        <Name isName>{name}</Name>
      </strong>
      {vaults.confirm.typeAfter}
    </span>
  );
}

/** The latest change of the vault, and how to change it. */
export interface VaultChanging extends LatestChange {
  readonly onChange: (wanted: CrossSubscriptionState) => void;
}

/** Whether points may go to other subscriptions, what that means for restores, and the ways to change it. */
export function CrossSubscription(props: VaultPartProps & VaultChanging) {
  const styles = useCommonStyles();
  const { vault, names, change, onChange, onRefresh } = props;
  const outcome = useRef<HTMLDivElement>(null);
  // The same function each time, or every drawing would be a going.
  const keepFocus: RefCallback<HTMLDivElement> = useCallback(
    (command) => () => {
      if (command?.contains(document.activeElement)) outcome.current?.focus();
    },
    [],
  );
  const state = vault.crossSubscriptionRestore;
  return (
    <VaultSection title={words.title}>
      <span className={styles.strong}>
        <CrossSubscriptionStatus state={state} />
      </span>
      <DocumentSentences
        sentences={[words.meaning[state ?? 'silent'](names.subscription), words.limits]}
        heading={words.sourceHeading}
      />
      <ChangeOutcome ref={outcome} change={change} onRefresh={onRefresh} />
      {state !== 'permanentlyDisabled' && (
        <Commands
          vault={vault}
          subscription={names.subscription}
          isRunning={change.kind === 'running'}
          keepFocus={keepFocus}
          onChange={onChange}
        />
      )}
    </VaultSection>
  );
}
