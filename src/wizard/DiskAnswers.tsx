import { makeStyles, tokens } from '@fluentui/react-components';
import type { StepId } from '#src/rules/step-of.ts';
import { wizard } from '#src/strings/wizard.ts';
import type { DiskView } from '#src/wizard/azure-disks/view.ts';
import { explainDiskRule } from '#src/wizard/azure-disks/words.ts';
import { spokenIn } from '#src/wizard/draft/step-notes.ts';
import { Folded } from '#src/wizard/Folded.tsx';
import { RuleNote } from '#src/wizard/RuleNote.tsx';

const useStyles = makeStyles({ root: { marginTop: tokens.spacingVerticalXL } });

export interface DiskAnswersProps {
  readonly step: StepId;
  readonly view: DiskView;
}

/** At the end of a step of a disk's restore, folded up: all that the rules say here. */
export function DiskAnswers({ step, view }: DiskAnswersProps) {
  const styles = useStyles();
  const notes = spokenIn(view.settled, step);
  return (
    <div className={styles.root}>
      <Folded title={wizard.answers.notes(notes.length, 0)} count={notes.length}>
        {() =>
          notes.map((rule) => (
            <RuleNote key={rule.id} rule={rule} why={() => explainDiskRule(rule)} />
          ))
        }
      </Folded>
    </div>
  );
}
