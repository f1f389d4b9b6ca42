import { makeStyles, tokens } from '@fluentui/react-components';
import { submission } from '#src/strings/submission.ts';
import { CodeBlock } from '#src/ui/code.tsx';
import type { RequestPreview } from '#src/wizard/submit/request-preview.ts';
import { SectionHeading } from '#src/ui/page.tsx';

const useStyles = makeStyles({
  note: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

export interface RequestViewProps {
  readonly preview: RequestPreview | 'reading' | null;
  /** The resource group that is made first where it isn't there; null: the restore goes into one that is. */
  readonly newGroup?: string | null;
  /** What is below the request; left out: that of a restore. */
  readonly note?: string;
}

/** The request as it will be sent, word for word. */
export function RequestView(props: RequestViewProps) {
  const { preview, newGroup = null, note = submission.requestNote } = props;
  const styles = useStyles();
  return (
    <section aria-label={submission.request}>
      <SectionHeading level={3}>{submission.request}</SectionHeading>
      {preview === null || preview === 'reading' ? (
        <span className={styles.note}>
          {preview === null ? submission.requestMissing : submission.requestReading}
        </span>
      ) : (
        <>
          {newGroup !== null && (
            <span className={styles.note}>{submission.groupNote(newGroup)}</span>
          )}
          {preview.before.length > 0 && (
            <>
              <span className={styles.note}>{submission.rightNote}</span>
              <CodeBlock label={submission.rightNote} text={preview.before.join('\n')} />
            </>
          )}
          <CodeBlock
            label={submission.request}
            text={`${preview.method} ${preview.url}\n\n${preview.body}`}
          />
          <span className={styles.note}>{note}</span>
        </>
      )}
    </section>
  );
}
