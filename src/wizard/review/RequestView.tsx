import { makeStyles, tokens } from '@fluentui/react-components';
import { submission } from '#src/strings/submission.ts';
import { CodeText } from '#src/ui/CodeText.tsx';
import type { RequestPreview } from '#src/wizard/submit/request-preview.ts';
import { SectionHeading } from '#src/ui/SectionHeading.tsx';

const useStyles = makeStyles({
  text: {
    margin: 0,
    padding: tokens.spacingHorizontalM,
    overflowX: 'auto',
    maxHeight: '320px',
    backgroundColor: tokens.colorNeutralBackground3,
    // Only forced colors draw this edge, where the tint is gone.
    border: `1px solid ${tokens.colorTransparentStroke}`,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  note: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

export interface RequestViewProps {
  readonly preview: RequestPreview | 'reading' | null;
  /** The resource group that is made first where it isn't there; null: the restore goes into one that is. */
  readonly newGroup?: string | null;
}

/** The request as it will be sent, word for word. */
export function RequestView({ preview, newGroup = null }: RequestViewProps) {
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
              <pre
                role="group"
                className={styles.text}
                tabIndex={0}
                aria-label={submission.rightNote}
              >
                <CodeText text={preview.before.join('\n')} />
              </pre>
            </>
          )}
          {/* A scrolling block must be reachable by keyboard. */}
          <pre role="group" className={styles.text} tabIndex={0} aria-label={submission.request}>
            <CodeText text={`${preview.method} ${preview.url}\n\n${preview.body}`} />
          </pre>
          <span className={styles.note}>{submission.requestNote}</span>
        </>
      )}
    </section>
  );
}
