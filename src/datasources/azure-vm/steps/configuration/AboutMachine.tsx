import { makeStyles, tokens } from '@fluentui/react-components';
import { useCommonStyles } from '#src/ui/common-styles.ts';
import { aboutMachine } from '#src/strings/about-machine.ts';
import { SelectField } from '#src/ui/fields/SelectField.tsx';
import { answerOptions, type Question, questionsOf } from '#src/datasources/azure-vm/choices.ts';
import { errorWords } from '#src/wizard/explain/findings.ts';
import type { OwnPart } from '#src/wizard/steps/Advanced.tsx';
import type { ConfigurationFieldsProps } from '#src/datasources/azure-vm/steps/configuration/fields.ts';

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

/** What no API can tell, asked of the operator in the fold; undefined where there is no question. */
export function aboutMachinePart({ view, control }: ConfigurationFieldsProps): OwnPart | undefined {
  const questions = questionsOf(view);
  if (questions.length === 0) return undefined;
  const answered = questions.filter((question) => view.shown[question] !== null).length;
  return {
    title: aboutMachine.title(answered, questions.length),
    content: <AboutMachine {...{ view, control, questions }} />,
    isOpen: answered > 0,
  };
}

interface AboutMachineProps extends ConfigurationFieldsProps {
  readonly questions: readonly Question[];
}

/** The questions about the VM. Nothing waits for an answer. */
function AboutMachine({ view, control, questions }: AboutMachineProps) {
  const styles = useStyles();
  const shared = useCommonStyles();
  return (
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
  );
}
