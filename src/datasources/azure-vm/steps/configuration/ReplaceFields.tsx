import { Button, mergeClasses } from '@fluentui/react-components';
import { useCommonStyles } from '#src/ui/common-styles.ts';
import { wizard } from '#src/strings/wizard.ts';
import { TextField } from '#src/ui/fields/TextField.tsx';
import { known } from '#src/wizard/reads/read.ts';
import { errorWords } from '#src/wizard/explain/rule-words.ts';
import { checks } from '#src/strings/checks.ts';
import { preflight } from '#src/strings/preflight.ts';
import { sayRule } from '#src/datasources/azure-vm/rule-texts.ts';
import { CommandText } from '#src/ui/CommandText.tsx';
import { Status } from '#src/ui/Status.tsx';
import type { ConfigurationFieldsProps } from '#src/datasources/azure-vm/steps/configuration/fields.ts';
import type { DraftView } from '#src/datasources/azure-vm/draft-view.ts';
import { CHECK_TONES } from '#src/wizard/review/check.ts';
import { isGone } from '#src/datasources/azure-vm/plan/outcome.ts';
import { powerResult } from '#src/datasources/azure-vm/checks/list/power.ts';

const words = wizard.configuration;

export interface ReplaceFieldsProps extends ConfigurationFieldsProps {
  /** Reads once more what the restore depends on. */
  readonly onCheck: () => void;
}

/** What is overwritten is shut down, and confirmed by its name, typed. */
export function ReplaceFields({ view, control, onCheck }: ReplaceFieldsProps) {
  const machine = known(view.reads.instance)?.friendlyName;
  return (
    <>
      <PowerState view={view} onCheck={onCheck} />
      <TextField
        control={control}
        name="confirmReplace"
        label={words.confirm}
        required
        {...errorWords(view)}
        hint={machine === undefined || isGone(view) ? undefined : words.confirmHint(machine)}
      />
    </>
  );
}

interface PowerStateProps {
  readonly view: DraftView;
  readonly onCheck: () => void;
}

/**
 * Whether the machine is shut down, as Azure wants it before its disks are replaced: all else can be
 * made ready while it runs. The button stays, so that whoever pressed it keeps the focus.
 */
function PowerState({ view, onCheck }: PowerStateProps) {
  const styles = useCommonStyles();
  const result = powerResult(view.reads, onCheck);
  if (result === null) return null;
  return (
    <section
      aria-label={preflight.check.power}
      className={mergeClasses(styles.column, styles.close, styles.anywhere)}
    >
      <div role="status">
        <Status tone={CHECK_TONES[result.state]}>{result.found}</Status>
        {result.state === 'failed' && <div>{sayRule('platform.replace.running')}</div>}
      </div>
      {result.remedies?.map(
        (remedy) =>
          remedy.kind === 'command' && (
            <CommandText key={remedy.label} label={remedy.label} command={remedy.command} />
          ),
      )}
      <Button size="small" onClick={onCheck}>
        {checks.checkAgain}
      </Button>
    </section>
  );
}
