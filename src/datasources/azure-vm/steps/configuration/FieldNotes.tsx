import { mergeClasses } from '@fluentui/react-components';
import type { Control } from 'react-hook-form';
import type { Consequence } from '#src/datasources/azure-vm/consequences.ts';
import type { DraftView } from '#src/datasources/azure-vm/model.ts';
import { type TargetField, unusedChoicesOf } from '#src/datasources/azure-vm/not-used.tsx';
import { wizard } from '#src/strings/wizard.ts';
import { UnusedChoiceNote, Why } from '#src/ui/explanation.tsx';
import { useCommonStyles } from '#src/ui/styles.ts';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';

/** What every group of fields of this step is given. */
export interface ConfigurationFieldsProps {
  readonly view: DraftView;
  readonly control: Control<DraftChoices>;
}

const words = wizard.consequences;

interface ConsequencesProps {
  /** What they are of, as their list is called. */
  readonly title: string;
  readonly all: readonly Consequence[];
}

/** Beside a choice: what it brings with it, each with why. Nothing where there is nothing. */
export function Consequences({ title, all }: ConsequencesProps) {
  const styles = useCommonStyles();
  if (all.length === 0) return null;
  return (
    <div className={mergeClasses(styles.belowControl, styles.second)}>
      <span>{title}</span>
      <ul className={styles.bullets} aria-label={title}>
        {all.map(({ id, text, explain }) => (
          <li key={id}>
            <Why ask={words.why(text)} explain={explain} beside="rule">
              {text}
            </Why>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface UnusedChoiceNotesProps {
  readonly view: DraftView;
  readonly fields: readonly TargetField[];
}

/** Replaces hidden fields: what was selected in them, and how to use it. */
export function UnusedChoiceNotes({ view, fields }: UnusedChoiceNotesProps) {
  const styles = useCommonStyles();
  const here = unusedChoicesOf(view).filter(({ field }) => fields.includes(field));
  return here.map(({ field, text, instead }) => (
    <div key={field} className={styles.belowControl}>
      <UnusedChoiceNote text={text} instead={instead()} />
    </div>
  ));
}
