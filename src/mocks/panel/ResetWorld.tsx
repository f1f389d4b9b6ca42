import { Button, makeStyles, tokens, useId } from '@fluentui/react-components';
import { ArrowReset20Regular } from '@fluentui/react-icons/svg/arrow-reset';
import { useState } from 'react';
import { Remark } from '#src/mocks/panel/Remark.tsx';
import { type Source, useSlice } from '#src/mocks/panel/source.ts';
import type { WorldView } from '#src/mocks/panel/watch-world.ts';
import { simulation as strings } from '#src/strings/simulation.ts';

const useStyles = makeStyles({
  root: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM },
  button: { flexShrink: 0 },
});

interface ResetWorldProps {
  readonly world: Source<WorldView>;
  readonly onReset: () => void;
}

/** Restarts the world at the second press. Moving the focus away or Escape undoes the first one. */
export function ResetWorld({ world, onReset }: ResetWorldProps) {
  const styles = useStyles();
  const hintId = useId('reset-hint');
  const events = useSlice(world, (state) => state.eventCount);
  const [isConfirming, setIsConfirming] = useState(false);
  const press = (clicks: number) => {
    // A double click is one press: it must not be a yes as well.
    if (clicks > 1) return;
    setIsConfirming(!isConfirming);
    if (isConfirming) onReset();
  };
  return (
    <div className={styles.root}>
      <Button
        className={styles.button}
        icon={<ArrowReset20Regular />}
        aria-describedby={hintId}
        onClick={({ detail }) => press(detail)}
        onBlur={() => setIsConfirming(false)}
        onKeyDown={(event) => {
          // A key that is held down is one press too, and an Escape that is spent closes nothing else.
          if (event.repeat || (event.key === 'Escape' && isConfirming)) event.preventDefault();
          if (event.key === 'Escape') setIsConfirming(false);
        }}
      >
        {isConfirming ? strings.resetNow : strings.reset}
      </Button>
      <div id={hintId}>
        {!isConfirming && <Remark>{strings.resetHint(events)}</Remark>}
        <Remark isAnswer>{isConfirming ? strings.resetWarning : ''}</Remark>
      </div>
    </div>
  );
}
