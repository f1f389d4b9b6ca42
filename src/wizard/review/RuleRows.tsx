import { makeStyles, tokens } from '@fluentui/react-components';
import type { GoTo } from '#src/datasources/datasource.ts';
import type { Rule } from '#src/rules/rule.ts';
import { checks } from '#src/strings/checks.ts';
import { review } from '#src/strings/review.ts';
import { submission } from '#src/strings/submission.ts';
import { wizard } from '#src/strings/wizard.ts';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import { Status, type Tone } from '#src/ui/Status.tsx';
import { focusField } from '#src/ui/dom.ts';
import { InsteadButton, type Unknown, UnknownFact, Why } from '#src/ui/explanation.tsx';
import { useCommonStyles } from '#src/ui/styles.ts';
import { canRefuse, errorWords, explain, explainRules } from '#src/wizard/explain/findings.ts';
import { waitingRules, wayToRule } from '#src/wizard/explain/unknown.ts';
import type { NotChecked, View } from '#src/wizard/explain/view.ts';
import { CheckLine, CheckRow } from '#src/wizard/review/CheckTable.tsx';
import { CHECK_TONES, stateOfRule } from '#src/wizard/review/check.ts';
import { placeNamed, titleOf } from '#src/wizard/steps/task-steps.ts';

/** What rules say, in the table of checks: each with why, and the way to its field. */

const useStyles = makeStyles({
  inLine: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
});

interface RuleProps<Reads> {
  readonly rule: Rule;
  readonly view: View<Reads>;
  readonly goTo: GoTo;
  /** The id of the heading above, which takes the focus when the finding goes away. */
  readonly headingId: string;
  /** It refuses the restore: what to choose instead stands beside it. */
  readonly isRefused?: boolean | undefined;
}

/** Whether a rule refuses what is chosen, so that something else can be chosen instead. */
export const isRefusing = (rule: Rule): boolean => canRefuse(rule) && rule.kind !== 'require-field';

interface RuleWordsProps<Reads> extends Omit<RuleProps<Reads>, 'goTo'> {
  /** What kind of it is, where nothing beside it shows that. */
  readonly tone?: Tone | undefined;
  /** The id of its sentence. */
  readonly id?: string | undefined;
}

/** What a rule says, and why, for who asks. */
export function RuleWords<Reads>(props: RuleWordsProps<Reads>) {
  const { rule, view, headingId, isRefused = false, tone, id } = props;
  const { rule: words } = explain(rule);
  const hasNoWay = isRefused && wayToRule(view)(rule) === null && insteadOf(view, rule) === null;
  return (
    <div>
      <span id={id}>{tone === undefined ? words : <Status tone={tone}>{words}</Status>}</span>
      {hasNoWay && ` ${submission.noWay}`}
      <Why
        ask={wizard.answers.whyRule(words)}
        explain={() => ({ ...explainRules(view, [rule]), instead: null })}
        focusAfter={headingId}
        beside="rule"
      />
    </div>
  );
}

const insteadOf = <Reads,>(view: View<Reads>, rule: Rule) =>
  errorWords(view).explainError(rule.id)?.().instead ?? null;

/** What can be chosen instead of what a rule refuses, and the way to its field. */
export function RuleRemedies<Reads>(props: RuleProps<Reads>) {
  const { rule, view, goTo, headingId, isRefused = false } = props;
  const place = wayToRule(view)(rule);
  const instead = isRefused ? insteadOf(view, rule) : null;
  return (
    <>
      {instead !== null && <InsteadButton size="small" instead={instead} focusAfter={headingId} />}
      {place !== null && (
        <LinkButton onClick={() => goTo(place.step, place.field)}>
          {submission.goTo(titleOf(view.model.steps, place.step))}
        </LinkButton>
      )}
    </>
  );
}

interface RuleRowsProps<Reads> extends Pick<RuleProps<Reads>, 'view' | 'goTo' | 'headingId'> {
  /** The rules that refuse the restore or warn of it. */
  readonly rules: readonly Rule[];
  /** What is restored to, by name. */
  readonly part: string;
  readonly isLong?: boolean;
}

/** A row for each value that the service rejected and each rule that speaks, where no check gathers them. */
export function RuleRows<Reads>({ rules, part, isLong = false, ...below }: RuleRowsProps<Reads>) {
  const { view, goTo } = below;
  const { steps, fieldLabel } = view.model;
  const { errorText } = errorWords(view);
  const wayTo = wayToRule(view);
  return (
    <>
      {view.rejected.map(({ field, code }) => {
        const place = placeNamed(steps, field);
        return (
          <CheckRow
            key={code}
            {...{ part, isLong }}
            tone="failed"
            word={checks.state.failed}
            id={`rejected-${field}`}
            name={fieldLabel(field)}
            found={errorText(code)}
            ownAt={null}
            actions={
              place !== null && (
                <LinkButton onClick={() => goTo(place.step, place.field)}>
                  {submission.goTo(titleOf(steps, place.step))}
                </LinkButton>
              )
            }
          />
        );
      })}
      {rules.map((rule) => {
        const place = wayTo(rule);
        const state = rule.kind === 'warn' ? 'warned' : stateOfRule(rule);
        const id = `rule-${rule.id}`;
        const isRefused = isRefusing(rule);
        return (
          <CheckRow
            key={rule.id}
            {...{ id, part, isLong }}
            tone={CHECK_TONES[state]}
            word={checks.state[state]}
            name={place === null ? review.constraint : fieldLabel(place.field)}
            found=""
            reasonsId={`${id}-words`}
            ownAt={null}
            actions={<RuleRemedies {...{ rule, isRefused }} {...below} />}
          >
            <RuleWords id={`${id}-words`} {...{ rule, isRefused }} {...below} />
          </CheckRow>
        );
      })}
    </>
  );
}

/** What is pressed goes away with the reason, so the focus moves to the heading above. */
function keepingFocus(unknown: Unknown, headingId: string): Unknown {
  const { way } = unknown;
  if (way === null) return unknown;
  const go = (): void => {
    focusField(headingId);
    way.go();
  };
  return { ...unknown, way: { ...way, go } };
}

interface UncheckedRulesProps<Reads> extends Pick<RuleProps<Reads>, 'view' | 'goTo' | 'headingId'> {
  readonly verdicts: readonly NotChecked[];
}

/** Rules that could not be checked, below the facts that they lack and why. */
export function UncheckedRules<Reads>({ verdicts, ...below }: UncheckedRulesProps<Reads>) {
  const styles = useCommonStyles();
  const { view, goTo, headingId } = below;
  return waitingRules(verdicts, view, goTo).map(({ unknown, rules }) => (
    <CheckLine key={unknown.why} tone="unknown" word={submission.notChecked}>
      <UnknownFact unknown={keepingFocus(unknown, headingId)} />
      <ul className={styles.bullets}>
        {rules.map((rule) => (
          <li key={rule.id}>
            <RuleFinding rule={rule} {...below} />
          </li>
        ))}
      </ul>
    </CheckLine>
  ));
}

/** What a rule says with the way to its field, where it has no row of its own. */
export function RuleFinding<Reads>({
  goTo,
  ...said
}: RuleProps<Reads> & Pick<RuleWordsProps<Reads>, 'tone'>) {
  const styles = useStyles();
  const { rule, view, headingId } = said;
  return (
    <div className={styles.inLine}>
      <RuleWords {...said} />
      <RuleRemedies {...{ rule, view, headingId, goTo }} />
    </div>
  );
}
