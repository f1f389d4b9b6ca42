import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { CatalogueRule } from '#src/rules/catalogue.ts';
import type { Verdict } from '#src/rules/engine.ts';
import { submission } from '#src/strings/submission.ts';
import { wizard } from '#src/strings/wizard.ts';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import { SectionHeading } from '#src/ui/SectionHeading.tsx';
import { Status } from '#src/ui/Status.tsx';
import { afterPress } from '#src/wizard/after-press.ts';
import { explain, explainRules } from '#src/wizard/draft/rule-words.ts';
import { placeNamed, placeOf } from '#src/wizard/draft/step-ids.ts';
import type { GoTo } from '#src/wizard/draft/step-props.ts';
import type { DraftView } from '#src/wizard/draft/view.ts';

const useStyles = makeStyles({
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

export interface StandsInWayProps {
  readonly view: DraftView;
  readonly goTo: GoTo;
}

/** After a press that started nothing: what refuses the restore by what Azure says now, with the way on. */
export function StandsInWay({ view, goTo }: StandsInWayProps) {
  const styles = useStyles();
  const after = afterPress(view);
  if (after === null) return null;
  if (after.refused.length === 0) return <Warnings rules={after.warned} />;
  return (
    <section aria-label={submission.inTheWay}>
      <SectionHeading level={3}>{submission.inTheWay}</SectionHeading>
      <ul className={styles.list}>
        {after.refused.map((verdict) => (
          <li key={verdict.rule.id}>
            <Status tone="failed">{explain(verdict.rule).rule}</Status>
            <div className={styles.way}>
              <WayOn verdict={verdict} view={view} goTo={goTo} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What warns where nothing refuses: something of it was not there when Restore was pressed. */
function Warnings({ rules }: { readonly rules: readonly CatalogueRule[] }) {
  const styles = useStyles();
  if (rules.length === 0) return null;
  return (
    <section aria-label={submission.warnsNow}>
      <SectionHeading level={3}>{submission.warnsNow}</SectionHeading>
      <ul className={styles.list}>
        {rules.map((rule) => (
          <li key={rule.id}>
            <Status tone="warning">{explain(rule).rule}</Status>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What can be chosen instead, at its field; else the way to the field that is refused. */
function WayOn({
  verdict: { rule },
  view,
  goTo,
}: StandsInWayProps & { readonly verdict: Verdict }) {
  const { instead } = explainRules(view, [rule]);
  const place = (instead && placeNamed(instead.field)) ?? placeOf(rule);
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
      {submission.goTo(wizard.step[place.step])}
    </LinkButton>
  );
}
