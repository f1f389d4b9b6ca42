import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  tokens,
} from '@fluentui/react-components';
import { countText } from '#src/lib/format.ts';
import type { ExportState } from '#src/model/problem.ts';
import { common } from '#src/strings/common.ts';
import { TryAgain } from '#src/ui/states.tsx';

const useStyles = makeStyles({ root: { paddingInline: tokens.spacingHorizontalXXL } });

export interface ExportBarProps {
  readonly state: ExportState;
  readonly onStop: () => void;
  readonly onGoOn: () => void;
}

/** Says how the CSV comes along; what was read is kept when it breaks off. */
export function ExportBar({ state, onStop, onGoOn }: ExportBarProps) {
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
