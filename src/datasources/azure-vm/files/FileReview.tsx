import { makeStyles, tokens } from '@fluentui/react-components';
import { fileRecoveryRequest } from '#src/api/recovery-services/files.ts';
import {
  FILE_FIELDS,
  type FileStepId,
  STEPS_OF_FILES,
} from '#src/datasources/azure-vm/files/fields.ts';
import type { FileView } from '#src/datasources/azure-vm/files/model.ts';
import {
  chosenPointId,
  mountedNoteOf,
  openPressOn,
} from '#src/datasources/azure-vm/files/mounted-by.ts';
import { endText, filesNotLookedAt } from '#src/datasources/azure-vm/files/plan.ts';
import { fileRecoveryOf, useScriptPress } from '#src/datasources/azure-vm/files/request.ts';
import { chosenPoint } from '#src/datasources/azure-vm/model.ts';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import type { GoTo } from '#src/datasources/datasource.ts';
import { now } from '#src/lib/clock.ts';
import { resourceId, sameId } from '#src/model/resource-id.ts';
import { fileSession } from '#src/strings/file-session.ts';
import { submission } from '#src/strings/submission.ts';
import { Notice } from '#src/ui/Notice.tsx';
import { lazyPart, Part } from '#src/ui/Part.tsx';
import { SectionHeading } from '#src/ui/page.tsx';
import { useCommonStyles } from '#src/ui/styles.ts';
import { nameOfDraft } from '#src/wizard/draft/drafts.ts';
import { draftsHere } from '#src/wizard/draft/store.ts';
import { FINDINGS_ID, findingsOf, isSilent } from '#src/wizard/explain/findings.ts';
import { reviewLines } from '#src/wizard/fields/field-words.ts';
import { ChecksSum } from '#src/wizard/review/CheckSection.tsx';
import { CheckLine, CheckTable } from '#src/wizard/review/CheckTable.tsx';
import { checksOfRules, sumOf } from '#src/wizard/review/check.ts';
import { ReviewStep, ruleNeeds } from '#src/wizard/review/ReviewStep.tsx';
import { RuleFinding, UncheckedRules } from '#src/wizard/review/RuleRows.tsx';
import { ReviewTabs } from '#src/wizard/review/ReviewTabs.tsx';
import { mountingDraft } from '#src/wizard/sessions.ts';
import { ReviewForm } from '#src/wizard/steps/step-form.tsx';
import { stepWith } from '#src/wizard/steps/task-steps.ts';
import type { ReviewFormProps, ReviewProps } from '#src/wizard/task.ts';

const words = fileSession.review;

const useStyles = makeStyles({
  checks: { marginTop: tokens.spacingVerticalL },
});

/** Everything once more, before the request for the script is sent. */
function ReviewPanel(props: ReviewFormProps & { view: FileView }) {
  const { view, formId, onNext, goTo, tabs, needed } = props;
  const styles = useStyles();
  const { bullets } = useCommonStyles();
  const recovery = fileRecoveryOf(view);
  return (
    <>
      <ReviewForm formId={formId} onNext={onNext} />
      <MountedNotes view={view} />
      <section aria-label={words.willBe}>
        <ul className={bullets}>
          <li>{words.lines.readOnly}</li>
          <li>{words.lines.nothing}</li>
          <li>{words.lines.ends(endText())}</li>
        </ul>
      </section>
      <section aria-label={submission.findings} className={styles.checks}>
        <ReviewTabs
          tabs={tabs}
          count={null}
          end={
            <ChecksSum
              sum={sumOf(checksOfRules(findingsOf(view.settled)))}
              needed={needed}
              at={null}
              notLookedAt={filesNotLookedAt(view.reads)}
            />
          }
          renderChecks={() => <FileFindings view={view} goTo={goTo} />}
          selections={() => ({
            parts: [{ title: words.chosen, facts: chosenFacts(view) }],
            goTo,
          })}
          request={() => ({
            preview: recovery === null ? null : previewOf(recovery),
            note: words.requestNote,
          })}
        />
      </section>
    </>
  );
}

/** What was chosen in the steps of this task; those of a restore alone have no line. */
function chosenFacts({ shown, reads }: FileView) {
  const given = { choices: shown, reads };
  const isElsewhere = (field: string) => stepWith(STEPS_OF_FILES, field) === null;
  return reviewLines(FILE_FIELDS, shown, given, isElsewhere).map(([, line]) => line);
}

/** The request as text. Whether it renews a session is read when it is sent. */
function previewOf(recovery: Parameters<typeof fileRecoveryRequest>[0]) {
  const { method, url, body } = fileRecoveryRequest(recovery);
  return { before: [], method, url, body: JSON.stringify(body, null, 2) };
}

interface FileFindingsProps {
  readonly view: FileView;
  readonly goTo: GoTo;
}

/** What the rules of file recovery refuse, warn of, or could not check. */
function FileFindings({ view, goTo }: FileFindingsProps) {
  const findings = findingsOf(view.settled);
  const below = { view, goTo, headingId: FINDINGS_ID };
  // The sum beside the tabs says that there is nothing.
  if (isSilent(findings)) return null;
  return (
    <>
      <SectionHeading level={3}>{submission.findings}</SectionHeading>
      <CheckTable label={submission.findings}>
        {findings.refused.map(({ rule }) => (
          <CheckLine
            key={rule.id}
            {...(rule.kind === 'require-field'
              ? { tone: 'waiting', word: submission.toChoose }
              : { tone: 'failed', word: submission.refused })}
          >
            <RuleFinding rule={rule} isRefused={rule.kind !== 'require-field'} {...below} />
          </CheckLine>
        ))}
        {findings.warned.map(({ rule }) => (
          <CheckLine key={rule.id} tone="warning" word={submission.warned}>
            <RuleFinding rule={rule} {...below} />
          </CheckLine>
        ))}
        <UncheckedRules {...below} verdicts={findings.notChecked} />
      </CheckTable>
    </>
  );
}

/** Only a restore point that is mounted needs it. */
const UnmountSection = lazyPart(
  () => import('#src/datasources/azure-vm/files/UnmountSection.tsx'),
  (code) => code.UnmountSection,
);

/** Says that the restore point is mounted or may be, by whom as far as that is known, and offers to end it. */
function MountedNotes({ view }: { readonly view: FileView }) {
  const { draft, reads } = view;
  const { session } = draft;
  const { points } = reads;
  const pointId = chosenPointId(draft.choices);
  const mounting = mountingDraft(pointId);
  const known = {
    session,
    isOfPoint: sameId(session?.pointId, pointId),
    isOfOtherDraft: mounting !== null && mounting !== draft.id,
    press: openPressOn(pointId, draftsHere(), now()),
    isMounted: chosenPoint(view)?.isMounted,
    readAt: points.state === 'known' ? points.at : undefined,
  };
  const note = mountedNoteOf(known, now());
  const machine = nameOfDraft(draft) ?? '';
  return (
    <>
      {note !== null && (
        <Notice intent="warning" title={note.title}>
          {note.body}
        </Notice>
      )}
      {session !== undefined && session.endedAt === undefined && (
        <Part what={words.session} waiting={null}>
          <UnmountSection
            point={{ pointId: resourceId(session.pointId), machine, since: session.since }}
          />
        </Part>
      )}
    </>
  );
}

/** Review of a file recovery. */
export function FileReview(props: ReviewProps<FileStepId, Reads, FileView>) {
  const { view } = props;
  const press = useScriptPress(view);
  const refused = findingsOf(view.settled).refused.map(({ rule }) => rule);
  return (
    <ReviewStep
      {...props}
      pinned={[]}
      press={{ ...press, needs: ruleNeeds(view, refused, true) }}
      renderPanel={(given) => <ReviewPanel view={view} {...given} />}
    />
  );
}
