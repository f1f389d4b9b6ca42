import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  tokens,
} from '@fluentui/react-components';
import { countText } from '#src/lib/format.ts';
import type { ExportState, Retry } from '#src/model/problem.ts';
import { common } from '#src/strings/common.ts';
import { Ignored } from '#src/ui/filters/FilterPill.tsx';
import { TryAgain } from '#src/ui/states.tsx';

const useStyles = makeStyles({ root: { paddingInline: tokens.spacingHorizontalXXL } });

interface ExportBarProps {
  readonly state: ExportState;
  readonly onStop: () => void;
  readonly onGoOn: () => void;
}

/** Says how the CSV comes along; what was read is kept when it breaks off. */
function ExportBar({ state, onStop, onGoOn }: ExportBarProps) {
  const styles = useStyles();
  if (state.kind === 'none') return null;
  return (
    <div className={styles.root}>
      <MessageBar intent={state.kind === 'failed' ? 'error' : 'info'} politeness="polite">
        <MessageBarBody>{textOf(state)}</MessageBarBody>
        {state.kind === 'reading' && (
          <MessageBarActions>
            <Button onClick={onStop}>{common.csv.stop}</Button>
          </MessageBarActions>
        )}
        {state.kind === 'failed' && (
          <MessageBarActions>
            {state.way === 'again' || state.way === 'after' ? (
              <Button onClick={onGoOn}>{common.csv.goOn}</Button>
            ) : (
              <TryAgain way={state.way} />
            )}
          </MessageBarActions>
        )}
      </MessageBar>
    </div>
  );
}

function textOf(state: Exclude<ExportState, { readonly kind: 'none' }>): string {
  const words = common.csv;
  switch (state.kind) {
    case 'reading':
      return state.total === null
        ? words.begun
        : words.running(countText(state.read), countText(state.total));
    case 'saved':
      return words.saved(countText(state.rows));
    case 'failed':
      return words.failed(countText(state.read), state.message);
  }
}

interface ListTroublesProps {
  /** Parts of the address that mean nothing. */
  readonly ignored: readonly string[];
  /** A part of the list that could not be read; null when all could. */
  readonly failed: (Retry & { readonly message: string }) | null;
  /** Left out where a list is not exported. */
  readonly csv?: ExportBarProps;
}

/** What stands between the filters and the rows: what is left out, failed or under way. */
export function ListTroubles({ ignored, failed, csv }: ListTroublesProps) {
  return (
    <>
      <Ignored parts={ignored} />
      {failed !== null && (
        <MessageBar intent="warning">
          <MessageBarBody>{common.partFailed(failed.message)}</MessageBarBody>
          <MessageBarActions>
            <TryAgain way={failed.way} onRetry={failed.onRetry} />
          </MessageBarActions>
        </MessageBar>
      )}
      {csv !== undefined && <ExportBar {...csv} />}
    </>
  );
}
