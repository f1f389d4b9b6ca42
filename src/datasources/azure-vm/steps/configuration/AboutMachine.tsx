import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useCommonStyles } from '#src/ui/common-styles.ts';
import { aboutMachine } from '#src/strings/about-machine.ts';
import { SelectField } from '#src/ui/fields/SelectField.tsx';
import { answerOptions } from '#src/datasources/azure-vm/choices/answer-text.ts';
import { questionsOf } from '#src/datasources/azure-vm/choices/questions.ts';
import { errorWords } from '#src/wizard/explain/rule-words.ts';
import type { ConfigurationFieldsProps } from '#src/datasources/azure-vm/steps/configuration/fields.ts';

const useStyles = makeStyles({
  root: {
    paddingBlock: tokens.spacingVerticalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  fields: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

/** What no API can tell, asked of the operator. Nothing waits for an answer. */
export function AboutMachine({ view, control }: ConfigurationFieldsProps) {
  const styles = useStyles();
  const shared = useCommonStyles();
  const questions = questionsOf(view);
  const answered = questions.filter((question) => view.shown[question] !== null).length;
  const [isOpen, setIsOpen] = useState(answered > 0);
  if (questions.length === 0) return null;
  return (
    <details
      className={styles.root}
      open={isOpen}
      onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}
    >
      <summary>
        <span className={shared.strong}>{aboutMachine.title}</span>{' '}
        <span className={shared.second}>{aboutMachine.answered(answered, questions.length)}</span>
      </summary>
      <div className={styles.fields}>
        <p className={shared.second}>{aboutMachine.intro}</p>
        {questions.map((question) => (
          <SelectField
            key={question}
            control={control}
            name={question}
            label={aboutMachine.questions[question]}
            {...errorWords(view)}
            placeholder={aboutMachine.notAnswered}
            options={answerOptions(question)}
          />
        ))}
      </div>
    </details>
  );
}
