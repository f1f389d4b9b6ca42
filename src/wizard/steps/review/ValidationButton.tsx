import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { durationText } from '#src/lib/format.ts';
import type { Instant } from '#src/lib/time.ts';
import { preflight } from '#src/strings/preflight.ts';
import { useNow } from '#src/ui/use-now.ts';
import type { Validation } from '#src/wizard/draft/validation.ts';

const words = preflight.azure;

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
});

/** Asks Azure, or stops waiting for it: one button, so that the focus stays where it is. */
export function ValidationButton({ validation }: { readonly validation: Validation }) {
  const styles = useStyles();
  const { stage, isStale, waitsFor, start, stop } = validation;
  if (waitsFor !== null) return null;
  const isRunning = stage.kind === 'running' && !isStale;
  const isFirst = stage.kind === 'idle';
  return (
    <div className={styles.root}>
      <Button size="small" onClick={isRunning ? stop : start}>
        {isRunning ? words.stop : isFirst ? words.start : words.again}
      </Button>
      {isRunning && <Elapsed since={stage.since} />}
    </div>
  );
}

const EVERY_MS = 1000;

function Elapsed({ since }: { readonly since: Instant }) {
  return <span>{words.goingOn(durationText(useNow(EVERY_MS) - since))}</span>;
}
