import { Button } from '@fluentui/react-components';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { recordOf } from '#src/actions/record.ts';
import { pauseAfterLook } from '#src/api/arm/outcome.ts';
import { session } from '#src/api/arm/pipeline.ts';
import { problemOf, readAtOf } from '#src/api/queries/query.ts';
import { areLooksOver } from '#src/api/queries/restores.ts';
import { getRecoveryPoint, recoveryPointQuery } from '#src/api/recovery-services/points.ts';
import { Reachability } from '#src/datasources/azure-vm/files/RunnerPanel.tsx';
import {
  lostText,
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
import { chosenPointId, unmountId } from '#src/datasources/azure-vm/files/mounted-by.ts';
import { disksInstead, filePointText } from '#src/datasources/azure-vm/files/plan.ts';
import { lookDelayMs, now } from '#src/lib/clock.ts';
import { timeText } from '#src/lib/format.ts';
import type { Command } from '#src/lib/command.ts';
import { type NotQuotable, powerShellQuoted, shQuoted } from '#src/lib/quoting.ts';
import { fail, ok, type Result } from '#src/lib/result.ts';
import { instant, type Instant } from '#src/lib/time.ts';
import type { Mount, MountProgram, NoMount } from '#src/model/file-recovery.ts';
import { resourceId, type ResourceId } from '#src/model/resource-id.ts';
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
import { Loaded } from '#src/ui/states.tsx';
import { useCommonStyles } from '#src/ui/styles.ts';
import { nameOfDraft } from '#src/wizard/draft/drafts.ts';
import { attemptOf } from '#src/wizard/draft/schema.ts';
import { useStoredWith } from '#src/wizard/draft/suggested.ts';
import {
  AcceptedTrouble,
  AnswerFacts,
  CallOff,
  Elapsed,
  Stage,
  useIsSenderGone,
} from '#src/wizard/submit/Stage.tsx';
import { openForScript, recordRefusal } from '#src/wizard/submit/follow.ts';
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

interface LostScriptProps {
  readonly view: FileView;
  /** Leads back to Review, where a new request can be sent. */
  readonly onAgain: () => void;
}

/** No answer says what came of the request: a read of the point says whether it is mounted, not by whom. */
function LostScript({ view, onAgain }: LostScriptProps) {
  const { column } = useCommonStyles();
  const { lost: lostWords } = stageWords;
  const pointId = chosenPointId(view.draft.choices);
  // An older answer tells nothing of this request.
  const point = useQuery({ ...recoveryPointQuery(pointId), staleTime: 0 });
  const pressed = attemptOf(view.draft.submission) ?? { sentAt: now() };
  const readAt = readAtOf(point) ?? 0;
  return (
    <div className={column}>
      <Loaded query={point} problemOf={problemOf} what={lostWords.what} rows={1}>
        {({ isMounted }) => (
          <p role="status">{lostText({ isMounted, readAt }, pointId, pressed)}</p>
        )}
      </Loaded>
      <Button onClick={() => void point.refetch()}>{lostWords.look}</Button>
      <Button appearance="primary" onClick={onAgain}>
        {lostWords.again}
      </Button>
    </div>
  );
}

/** A read of the restore point, and how many were made. */
interface PointLook {
  readonly isMounted: boolean | null;
  readonly looks: number;
  readonly at: Instant;
}

/** The point after a refusal, read as often as the job of a restore is looked for. */
const pointAfterRefusal = (pointId: ResourceId, isConflict: boolean) =>
  queryOptions({
    queryKey: ['point after a refusal', pointId.toLowerCase()],
    queryFn: async ({ client, queryKey, signal }): Promise<PointLook> => {
      const { isMounted } = await getRecoveryPoint(session(), pointId, signal);
      const before = client.getQueryData<PointLook>(queryKey);
      return { isMounted, looks: (before?.looks ?? 0) + 1, at: now() };
    },
    gcTime: 0,
    refetchInterval: ({ state: { data, errorUpdateCount: failed } }) => {
      const isOpen = data === undefined || data.isMounted === false;
      const pause = isOpen ? pauseAfterLook(isConflict, (data?.looks ?? 0) + failed) : null;
      return pause === null ? false : lookDelayMs(pause);
    },
  });

interface ScriptLooks {
  readonly data: PointLook | undefined;
  readonly error: Error | null;
  readonly isFetching: boolean;
  readonly failed: number;
  readonly isConflict: boolean;
}

/**
 * What reading the point after a refusal has come to: when it wasn't mounted at last; it couldn't be read; or it may be
 * mounted by the request. Null: it is read again.
 */
export function scriptLook({
  data,
  error,
  isFetching,
  failed,
  isConflict,
}: ScriptLooks): Instant | 'unread' | 'mounted' | null {
  if (data !== undefined && data.isMounted !== false) return 'mounted';
  const isOver = areLooksOver(isConflict, (data?.looks ?? 0) + failed, error);
  if (isFetching || !isOver) return null;
  return error !== null || data === undefined ? 'unread' : data.at;
}

function storeScriptLook(draftId: string, look: ReturnType<typeof scriptLook>): void {
  if (look !== null && look !== 'mounted') recordRefusal(draftId, look === 'unread' ? null : look);
}

interface RefusedScriptProps extends LostScriptProps {
  readonly isConflict: boolean;
}

/**
 * Azure has refused the request, perhaps as a second copy of it: the point is read a few times. Where it isn't mounted by
 * then the draft is open again; where it is, nothing shows by whom.
 */
function RefusedScript({ isConflict, ...props }: RefusedScriptProps) {
  const { draft } = props.view;
  const pointId = chosenPointId(draft.choices);
  const point = useQuery(pointAfterRefusal(pointId, isConflict));
  const look = scriptLook({ ...point, isConflict, failed: point.errorUpdateCount });
  useStoredWith(draft.id, look, storeScriptLook);
  if (look === 'mounted') return <LostScript {...props} />;
  const { refusal } = stageWords;
  return (
    <span role="status">
      {point.error !== null
        ? refusal.unread
        : point.data === undefined || point.isFetching
          ? refusal.checking
          : refusal.again(timeText(point.data.at))}
    </span>
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
