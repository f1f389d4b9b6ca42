import { makeStyles, tokens } from '@fluentui/react-components';
import { fileRecoveryRequest } from '#src/api/recovery-services/files.ts';
import { FILE_FIELDS } from '#src/datasources/azure-vm/files/fields.ts';
import { endText } from '#src/datasources/azure-vm/files/plan.ts';
import { fileRecoveryOf } from '#src/datasources/azure-vm/files/request.ts';
import { FileFindings } from '#src/datasources/azure-vm/files/review/FileFindings.tsx';
import { MountedNotes } from '#src/datasources/azure-vm/files/review/MountedNotes.tsx';
import { STEPS_OF_FILES } from '#src/datasources/azure-vm/files/steps.ts';
import type { FileView } from '#src/datasources/azure-vm/files/view.ts';
import { fileSession } from '#src/strings/file-session.ts';
import { KeyFacts } from '#src/ui/KeyFacts.tsx';
import { SectionHeading } from '#src/ui/SectionHeading.tsx';
import { useCommonStyles } from '#src/ui/common-styles.ts';
import { reviewLines } from '#src/wizard/fields/review-lines.ts';
import { RequestView } from '#src/wizard/review/RequestView.tsx';
import { ReviewForm } from '#src/wizard/review/RestoreButton.tsx';
import { stepWith } from '#src/wizard/steps/task-steps.ts';
import type { PanelProps } from '#src/wizard/task.ts';

const words = fileSession.review;

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL },
});

/** Everything once more, before the request for the script is sent. */
export function ReviewPanel({ view, formId, onNext, goTo }: PanelProps<FileView>) {
  const styles = useStyles();
  const { bullets } = useCommonStyles();
  const recovery = fileRecoveryOf(view);
  return (
    <div className={styles.root}>
      <ReviewForm formId={formId} onNext={onNext} />
      <MountedNotes view={view} />
      <section aria-label={words.willBe}>
        <SectionHeading level={3}>{words.willBe}</SectionHeading>
        <ul className={bullets}>
          <li>{words.lines.readOnly}</li>
          <li>{words.lines.nothing}</li>
          <li>{words.lines.ends(endText())}</li>
        </ul>
      </section>
      <section aria-label={words.chosen}>
        <SectionHeading level={3}>{words.chosen}</SectionHeading>
        <KeyFacts facts={chosenFacts(view)} />
      </section>
      <FileFindings view={view} goTo={goTo} />
      <RequestView
        preview={recovery === null ? null : previewOf(recovery)}
        note={words.requestNote}
      />
    </div>
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
