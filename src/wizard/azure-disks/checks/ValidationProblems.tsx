import { makeStyles, tokens } from '@fluentui/react-components';
import type { ValidationProblem } from '#src/model/validation.ts';
import { diskChecks } from '#src/strings/disk-checks.ts';
import { CopyText } from '#src/ui/CopyText.tsx';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import { Status } from '#src/ui/Status.tsx';
import { placeOfProblem } from '#src/wizard/azure-disks/checks/problem-place.ts';
import { ToPrerequisite } from '#src/wizard/azure-disks/checks/ToPrerequisite.tsx';
import type { GoTo } from '#src/wizard/draft/step-props.ts';

const words = diskChecks.validation;

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    rowGap: tokens.spacingVerticalXS,
    paddingBlock: tokens.spacingVerticalXS,
    overflowWrap: 'anywhere',
  },
});

export interface ValidationProblemsProps {
  readonly problems: readonly ValidationProblem[];
  readonly goTo: GoTo;
}

/** What Azure found, in its own words, each with the way to where it is put right. */
export function ValidationProblems({ problems, goTo }: ValidationProblemsProps) {
  const styles = useStyles();
  if (problems.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={words.problems}>
      {problems.map((problem) => (
        <li key={problem.code + problem.message} className={styles.item}>
          <Status tone="failed">{problem.message}</Status>
          {problem.recommendations.map((advice) => (
            <span key={advice}>{advice}</span>
          ))}
          <WayTo problem={problem} goTo={goTo} />
          {problem.code !== '' && <CopyText label={words.code} text={problem.code} />}
        </li>
      ))}
    </ul>
  );
}

interface WayToProps {
  readonly problem: ValidationProblem;
  readonly goTo: GoTo;
}

function WayTo({ problem, goTo }: WayToProps) {
  const place = placeOfProblem(problem);
  if (place === null) return null;
  if (place.kind === 'field') {
    return (
      <LinkButton onClick={() => goTo(place.step, place.field)}>
        {words.goTo[place.field]}
      </LinkButton>
    );
  }
  return <ToPrerequisite id={place.id} />;
}
