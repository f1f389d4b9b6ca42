import { makeStyles, tokens } from '@fluentui/react-components';
import { isDemo } from '#src/lib/owner.ts';
import { common } from '#src/strings/common.ts';
import { wizard } from '#src/strings/wizard.ts';
import { RouterButton } from '#src/ui/links.tsx';
import { PageHeader } from '#src/ui/page.tsx';
import { DiscardDraft } from '#src/wizard/draft/DiscardDraft.tsx';
import { hasStarted } from '#src/wizard/draft/drafts.ts';
import type { DraftState } from '#src/wizard/draft/store.ts';

const words = wizard.trouble;

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalXXL,
    maxWidth: '720px',
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  stored: {
    margin: 0,
    maxHeight: '240px',
    width: '100%',
    overflow: 'auto',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
  },
});

interface DraftTroublePageProps {
  readonly draftId: string;
  readonly state: DraftState;
}

/** Why a draft cannot be opened, what is still stored of it, and the ways on. */
export function DraftTroublePage({ draftId, state }: DraftTroublePageProps) {
  const styles = useStyles();
  const { title, body, stored } = troubleWords(state);
  const isMissing =
    !state.draft.ok && state.draft.reason.kind === 'missing' && state.trouble === null;
  const started = stored === null ? null : startedText(stored);
  const mayRun = started === words.mayRun ? started : null;
  return (
    <>
      <PageHeader title={title} />
      <div className={styles.root}>
        <p>{body}</p>
        {isMissing && isDemo() && <p>{common.otherDemo}</p>}
        {started !== null && <p>{started}</p>}
        {stored !== null && (
          <>
            <h2>{words.stored}</h2>
            <pre role="group" className={styles.stored} tabIndex={0} aria-label={words.stored}>
              {stored}
            </pre>
          </>
        )}
        <div className={styles.buttons}>
          <RouterButton appearance="primary" to="/restore/new">
            {words.startNew}
          </RouterButton>
          <RouterButton to="/instances">{words.toInstances}</RouterButton>
          {stored !== null && <DiscardDraft id={draftId} mayRun={mayRun} label={words.discard} />}
        </div>
      </div>
    </>
  );
}

/** Whether a stored draft that can't be opened has started something, by its text. */
export function startedText(stored: string): string {
  const isStarted = hasStarted(stored);
  if (isStarted === null) return words.notKnown;
  return isStarted ? words.mayRun : words.nothingStarted;
}

interface TroubleWords {
  readonly title: string;
  readonly body: string;
  readonly stored: string | null;
}

function troubleWords({ draft, trouble }: DraftState): TroubleWords {
  if (trouble !== null) return { ...words.forbidden, stored: null };
  if (draft.ok || draft.reason.kind === 'missing') return { ...words.missing, stored: null };
  const { reason } = draft;
  const stored = reason.text;
  switch (reason.kind) {
    case 'broken':
      return { ...words.broken, stored };
    case 'otherVersion':
      return { ...words.otherVersion, body: words.otherVersion.body(reason.version), stored };
    case 'noDatasource':
      return { ...words.noDatasource, body: words.noDatasource.body(reason.datasource), stored };
  }
}
