import { Link, makeStyles, tokens } from '@fluentui/react-components';
import type { ValidationProblem } from '#src/model/validation.ts';
import { prerequisites, validation as words } from '#src/strings/disk-checks.ts';
import { focusField } from '#src/ui/focus-field.ts';
import { meaningOf } from '#src/wizard/azure-disks/checks/findings.ts';
import { lineId } from '#src/wizard/azure-disks/checks/prerequisite.ts';
import type { GoTo } from '#src/wizard/draft/step-props.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    rowGap: tokens.spacingVerticalXS,
    paddingBlock: tokens.spacingVerticalS,
    overflowWrap: 'anywhere',
  },
  means: { fontWeight: tokens.fontWeightSemibold },
  said: { color: tokens.colorNeutralForeground2 },
});

export interface ValidationFindingProps {
  readonly problem: ValidationProblem;
  readonly goTo: GoTo;
}

/** One thing that would make the restore fail: in the document's words and Azure's, and where it is settled. */
export function ValidationFinding({ problem, goTo }: ValidationFindingProps) {
  const styles = useStyles();
  const { code, message, recommendations } = problem;
  const meaning = meaningOf(code);
  return (
    <li className={styles.root}>
      {meaning !== null && <span className={styles.means}>{words.means[meaning.means]}</span>}
      <span className={styles.said}>
        {[message, ...recommendations, code === '' ? '' : words.code(code)].join(' ')}
      </span>
      {meaning !== null && <LineLink line={meaning.line} />}
      {meaning?.fields.map(({ step, field }) => (
        <Link key={field} as="button" type="button" onClick={() => goTo(step, field)}>
          {words.toField[field]}
        </Link>
      ))}
    </li>
  );
}

function LineLink({ line }: Pick<NonNullable<ReturnType<typeof meaningOf>>, 'line'>) {
  if (line === null) return null;
  return (
    <Link as="button" type="button" onClick={() => void focusField(lineId(line))}>
      {words.toLine(prerequisites.check[line])}
    </Link>
  );
}
