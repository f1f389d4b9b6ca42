import { afterPress, explainRules } from '#src/wizard/explain/findings.ts';
import { SectionHeading } from '#src/ui/page.tsx';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { GoTo } from '#src/datasources/datasource.ts';
import type { Rule } from '#src/rules/rule.ts';
import { sayOf } from '#src/strings/rule-source.ts';
import { submission as words } from '#src/strings/submission.ts';
import { wizard } from '#src/strings/wizard.ts';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import { Status } from '#src/ui/Status.tsx';
import { wayToRule } from '#src/wizard/explain/unknown.ts';
import type { View } from '#src/wizard/explain/view.ts';
import { placeNamed, titleOf } from '#src/wizard/steps/task-steps.ts';

const useWayStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
  way: { marginTop: tokens.spacingVerticalXS },
});

interface StandsInWayProps<Reads> {
  readonly view: View<Reads>;
  readonly goTo: GoTo;
}

/**
 * After a press that started nothing: what refuses the restore by Azure's latest answers, with the way
 * on; where nothing refuses, what warns and perhaps was not there when Restore was selected.
 */
export function StandsInWay<Reads>({ view, goTo }: StandsInWayProps<Reads>) {
  const styles = useWayStyles();
  const after = afterPress(view);
  if (after === null) return null;
  const isRefused = after.refused.length > 0;
  const rules = isRefused ? after.refused.map(({ rule }) => rule) : after.warned;
  if (rules.length === 0) return null;
  const title = isRefused ? words.inTheWay : words.warnsNow;
  return (
    <section aria-label={title}>
      <SectionHeading level={3}>{title}</SectionHeading>
      <ul className={styles.list}>
        {rules.map((rule) => (
          <li key={rule.id}>
            <Status tone={isRefused ? 'failed' : 'warning'}>{sayOf(rule)}</Status>
            {isRefused && (
              <div className={styles.way}>
                <WayOn rule={rule} view={view} goTo={goTo} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What can be chosen instead, at its field; else the way to the field that is refused. */
function WayOn<Reads>({ rule, view, goTo }: StandsInWayProps<Reads> & { readonly rule: Rule }) {
  const { steps } = view.model;
  const { instead } = explainRules(view, [rule]);
  const place = (instead && placeNamed(steps, instead.field)) ?? wayToRule(view)(rule);
  if (instead !== null) {
    return (
      <Button
        onClick={() => {
          instead.apply();
          if (place !== null) goTo(place.step, place.field);
        }}
      >
        {wizard.explain.doInstead(instead.label)}
      </Button>
    );
  }
  if (place === null) return null;
  return (
    <LinkButton onClick={() => goTo(place.step, place.field)}>
      {words.goTo(titleOf(steps, place.step))}
    </LinkButton>
  );
}
