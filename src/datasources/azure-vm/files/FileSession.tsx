import { Button } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { recordOf } from '#src/actions/record.ts';
import { LostScript, RefusedScript } from '#src/datasources/azure-vm/files/LostScript.tsx';
import { Reachability } from '#src/datasources/azure-vm/files/RunnerPanel.tsx';
import {
  mountedWords,
  scriptStageOf,
  SessionClock,
  type SessionState,
  useSessionState,
} from '#src/datasources/azure-vm/files/SessionClock.tsx';
import { UnmountSection } from '#src/datasources/azure-vm/files/UnmountSection.tsx';
import { acceptedFiles } from '#src/datasources/azure-vm/files/accepted.ts';
import type { FileStepId } from '#src/datasources/azure-vm/files/fields.ts';
import type { FileView } from '#src/datasources/azure-vm/files/model.ts';
import { unmountId } from '#src/datasources/azure-vm/files/mounted-by.ts';
import { disksInstead, filePointText } from '#src/datasources/azure-vm/files/plan.ts';
import type { Command } from '#src/lib/command.ts';
import { type NotQuotable, powerShellQuoted, shQuoted } from '#src/lib/quoting.ts';
import { fail, ok, type Result } from '#src/lib/result.ts';
import { instant } from '#src/lib/time.ts';
import type { Mount, MountProgram, NoMount } from '#src/model/file-recovery.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { fileSession } from '#src/strings/file-session.ts';
import { CopyText } from '#src/ui/CopyText.tsx';
import { KeyFacts } from '#src/ui/KeyFacts.tsx';
import { Notice } from '#src/ui/Notice.tsx';
import { OutsideLink } from '#src/ui/OutsideLink.tsx';
import { lazyPart, Part } from '#src/ui/Part.tsx';
import { CommandText } from '#src/ui/code.tsx';
import { saveFile } from '#src/ui/dom.ts';
import { RouterButton } from '#src/ui/links.tsx';
import { SectionHeading } from '#src/ui/page.tsx';
import { useCommonStyles } from '#src/ui/styles.ts';
import { nameOfDraft } from '#src/wizard/draft/drafts.ts';
import {
  AcceptedTrouble,
  AnswerFacts,
  CallOff,
  Elapsed,
  Stage,
  useIsSenderGone,
} from '#src/wizard/submit/Stage.tsx';
import { openForScript } from '#src/wizard/submit/follow.ts';
import type { StepProps } from '#src/wizard/task.ts';

const { stage: stageWords, ready: words } = fileSession;

/** What is shown once the request for a script was sent: where the request has come to, then the session. */
export function FileSession({ view, goTo }: StepProps<FileView, FileStepId>) {
  const { draft } = view;
  const { submission: sent } = draft;
  const stage = scriptStageOf(sent, useIsSenderGone(draft));
  const state = useSessionState(draft);
  const onAgain = () => {
    openForScript(draft.id);
    goTo('review');
  };
  return (
    <Stage {...(stage.kind === 'mounted' ? mountedWords(state) : stage.words)}>
      {'sentAt' in sent && stage.kind === 'underWay' && (
        <KeyFacts
          facts={[
            [stageWords.accepted.elapsed, <Elapsed key="elapsed" since={instant(sent.sentAt)} />],
          ]}
        />
      )}
      {sent.state === 'preparing' && <CallOff draftId={draft.id} />}
      {sent.state === 'accepted' && sent.operation !== null && (
        <AcceptedTrouble
          what={stageWords.accepted.what}
          query={acceptedFiles({
            instance: draft.choices.instance ?? '',
            operation: sent.operation,
          })}
        />
      )}
      {sent.state === 'lost' && sent.answer !== undefined && <AnswerFacts answer={sent.answer} />}
      {stage.kind === 'unknown' && <LostScript view={view} onAgain={onAgain} />}
      {stage.kind === 'refused' && (
        <RefusedScript
          view={view}
          isConflict={stage.answer.kind === 'conflict'}
          onAgain={onAgain}
        />
      )}
      {stage.kind === 'mounted' && <MountedSession view={view} state={state} onAgain={onAgain} />}
    </Stage>
  );
}

const LazyTroubles = lazyPart(
  () => import('#src/datasources/azure-vm/files/TroubleTable.tsx'),
  (code) => code.TroubleTable,
);

interface MountedSessionProps {
  readonly view: FileView;
  readonly state: SessionState;
  /** Leads back to Review, where a new request can be sent. */
  readonly onAgain: () => void;
}

/** A session from its script to its end. The password is there until the tab is reloaded, and nowhere else. */
function MountedSession({ view, state, onAgain }: MountedSessionProps) {
  const { column } = useCommonStyles();
  const { draft } = view;
  const { session } = draft;
  const { phase, outcome } = state;
  if (session === undefined) return null;
  const isOver = phase === 'expired' || phase === 'unmounted';
  const isUnusable = outcome?.kind === 'none';
  const hasSteps = !isOver && outcome?.kind === 'mount';
  const machine = nameOfDraft(draft) ?? '';
  const point = { pointId: resourceId(session.pointId), machine, since: session.since };
  return (
    <div className={column}>
      {hasSteps && (
        <span>{words.body(machine, filePointText(view) ?? fileSession.plan.somePoint)}</span>
      )}
      <SessionClock session={session} />
      {isUnusable ? (
        <NoScript why={outcome.why} view={view} isUnmounted={phase === 'unmounted'} />
      ) : (
        !isOver && <Script mount={outcome?.mount ?? null} onAgain={onAgain} />
      )}
      {/* What was read as not mounted isn't offered for it; what was carried out here stays in view. */}
      {(phase !== 'unmounted' || recordOf(unmountId(point)) !== null) && (
        <UnmountSection point={point} title={hasSteps ? words.unmount.lastStep : undefined} />
      )}
      {!isUnusable && (isOver || outcome !== null) && (
        <Button onClick={onAgain}>{words.again}</Button>
      )}
      <Part what={fileSession.troubles.what}>
        <LazyTroubles />
      </Part>
    </div>
  );
}

interface ScriptProps {
  /** Null: this tab no longer has it. */
  readonly mount: Mount | null;
  readonly onAgain: () => void;
}

/** The script and what to do with it. */
function Script({ mount, onAgain }: ScriptProps) {
  if (mount !== null) return <ScriptSteps mount={mount} />;
  return (
    <Notice
      intent="warning"
      title={words.lostPassword.title}
      actions={<Button onClick={onAgain}>{words.lostPassword.again}</Button>}
    >
      {words.lostPassword.body}
    </Notice>
  );
}

interface NoScriptProps {
  readonly why: NoMount;
  readonly view: FileView;
  readonly isUnmounted: boolean;
}

/** That the answer can't be used, and the other way to the files: another request would be answered alike. */
function NoScript({ why, view, isUnmounted }: NoScriptProps) {
  const disks = disksInstead(view);
  const { unusable } = words;
  return (
    <Notice
      intent="warning"
      title={unusable[why]}
      actions={
        disks !== null && (
          <RouterButton to="/restore/new" search={disks} preload={false}>
            {unusable.disks}
          </RouterButton>
        )
      }
    >
      {unusable.instead}
      {!isUnmounted && ` ${unusable.mounted}`}
    </Notice>
  );
}

/** What to do with the script: save it, run it with its password, copy. */
function ScriptSteps({ mount }: { readonly mount: Mount }) {
  const { program, password, geo } = mount;
  return (
    <>
      <Step title={words.script.title}>
        <CopyText label={words.script.name} text={program.fileName} />
        <span>{words.script.keepName}</span>
        <SaveScript program={program} />
      </Step>
      <Step title={words.password.title}>
        <PasswordText password={password} />
      </Step>
      <Step title={words.run.title}>
        <span>{runText(program)}</span>
        {program.os === 'Linux' && (
          <CommandText label={words.run.linuxCommands} command={linuxLine(program.fileName)} />
        )}
        <span>{words.run.large}</span>
        {geo !== null && (
          <details>
            <summary>{words.run.check}</summary>
            <Reachability osType={program.os ?? undefined} geo={geo} />
          </details>
        )}
      </Step>
      <Step title={words.copy.title}>
        <span>{words.copy.pace}</span>
        {program.os !== 'Windows' && <span>{words.copy.mount}</span>}
        <span>{words.copy.acl}</span>
      </Step>
    </>
  );
}

function Step({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const { column, close } = useCommonStyles();
  return (
    <section aria-label={title} className={`${column} ${close}`}>
      <SectionHeading level={3}>{title}</SectionHeading>
      {children}
    </section>
  );
}

/** The file as this page makes it; or the program that everybody gets, which must get its name by hand. */
function SaveScript({ program }: { readonly program: MountProgram }) {
  const { content, fileName } = program;
  if (content.kind === 'text') {
    const { text } = content;
    return (
      <Button appearance="primary" onClick={() => saveFile(fileName, 'text/x-python', text)}>
        {words.script.save}
      </Button>
    );
  }
  return (
    <>
      <OutsideLink href={content.url}>{words.script.download}</OutsideLink>
      <span>{words.script.asNamed}</span>
      <CommandText label={words.script.saveLine} command={downloadLine(fileName, content.url)} />
      <CommandText label={words.script.startLine} command={startLine(fileName)} />
    </>
  );
}

function runText({ os }: MountProgram): string {
  if (os === null) return words.run.unknown;
  return os === 'Windows' ? words.run.windows : words.run.linux;
}

const passwordWords = fileSession.ready.password;

/** The password, shown on request: others might look at the same screen. */
function PasswordText({ password }: { readonly password: string }) {
  const [isShown, setIsShown] = useState(false);
  return (
    <>
      {isShown && <CopyText label={passwordWords.label} text={password} />}
      <Button size="small" aria-expanded={isShown} onClick={() => setIsShown(!isShown)}>
        {isShown ? passwordWords.hide : passwordWords.show}
      </Button>
      <span>{passwordWords.note}</span>
    </>
  );
}

/** What makes a saved script run on Linux, as root. */
export const linuxLine = (fileName: string): Command =>
  withQuoted(shQuoted, `./${fileName}`, (file) => `chmod +x ${file} && sudo ${file}`);

/** Saves the program for Windows under the name that it needs. */
export function downloadLine(fileName: string, url: string): Command {
  const from = withQuoted(powerShellQuoted, url, (quoted) => `Invoke-WebRequest -Uri ${quoted}`);
  return from.ok
    ? withQuoted(powerShellQuoted, fileName, (file) => `${from.value} -OutFile ${file}`)
    : from;
}

/** Starts it as an administrator. */
export const startLine = (fileName: string): Command =>
  withQuoted(
    powerShellQuoted,
    `.\\${fileName}`,
    (file) => `Start-Process -FilePath ${file} -Verb RunAs`,
  );

type Quote = (text: string) => Result<string, NotQuotable>;

function withQuoted(quote: Quote, value: string, line: (quoted: string) => string): Command {
  const quoted = quote(value);
  return quoted.ok ? ok(line(quoted.value)) : fail({ why: quoted.reason, option: '', value });
}
