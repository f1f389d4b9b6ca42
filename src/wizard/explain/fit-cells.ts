import type { FitCell, FitLine } from '#src/datasources/fit.ts';
import { dateTimeText } from '#src/lib/format.ts';
import type { Instant } from '#src/lib/time.ts';
import type { Verdict } from '#src/rules/engine.ts';
import { fieldsOf, isOneOf, type Rule } from '#src/rules/rule.ts';
import { common } from '#src/strings/common.ts';
import { fit as words } from '#src/strings/fit.ts';
import { sayOf } from '#src/strings/rule-source.ts';
import type { View } from '#src/wizard/explain/view.ts';
import type { Read } from '#src/wizard/reads/read.ts';

/** A way to restore, judged by the rules. */
export interface JudgedOption<Reads> {
  readonly name: string;
  readonly view: View<Reads>;
}

/** What the rules say of all ways to restore a VM. */
export interface JudgedCells {
  readonly cannot: readonly FitLine[];
  readonly needs: readonly FitLine[];
}

/** Rules that are no refusal and no warning, and have a place of their own in the comparison. */
export interface FitRules {
  /** Shown with what the restore destroys. */
  readonly destroys: string;
  /** Left to do afterwards, for the restore can't do it. */
  readonly limits: readonly string[];
}

/** What the rules refuse or warn of, and what they ask for: each rule once, with the ways to restore that it is about. */
export function judgedCells<Reads>(
  options: readonly JudgedOption<Reads>[],
  { destroys, limits }: FitRules,
): JudgedCells {
  const linesOf = (isMeant: (rule: Rule) => boolean): readonly FitLine[] => {
    const found = new Map<string, { readonly text: string; readonly names: readonly string[] }>();
    for (const { name, view } of options) {
      for (const { rule, state } of view.settled.verdicts) {
        if (state !== 'speaks' || rule.id === destroys || !isMeant(rule)) continue;
        const names = [...(found.get(rule.id)?.names ?? []), name];
        found.set(rule.id, { text: sayOf(rule), names });
      }
    }
    return [...found].map(([rule, { text, names }]) =>
      names.length === options.length ? { text, rule } : { text, rule, options: names },
    );
  };
  const unknown = options.flatMap(({ view }) => view.settled.verdicts.filter(isUnknown));
  const notChecked = new Set(unknown.map(({ rule }) => rule.id)).size;
  const refused = linesOf((rule) => refuses(rule) || isOneOf(rule, limits));
  return {
    cannot: [
      ...(refused.length === 0 && notChecked === 0 ? [{ text: words.noRefusal }] : refused),
      ...(notChecked === 0 ? [] : [{ text: words.notChecked(notChecked) }]),
    ],
    needs: linesOf(asks),
  };
}

/** The newest restore point; `at` is null where there is none. */
export function newestCell({ state }: Pick<Read<unknown>, 'state'>, at: Instant | null): FitCell {
  if (at !== null) return [{ text: dateTimeText(at) }];
  if (state === 'loading' || state === 'not asked') return null;
  return [{ text: state === 'known' ? words.none : common.notRead }];
}

/** What is put right when the replacement is confirmed refuses nothing beforehand. */
const isConfirmed = (rule: Rule): boolean => fieldsOf(rule).includes('confirmReplace');

const refuses = (rule: Rule): boolean =>
  (rule.kind === 'block' && !isConfirmed(rule)) || (rule.kind === 'warn' && !('always' in rule));

const asks = (rule: Rule): boolean =>
  rule.kind === 'require-field' || (rule.kind === 'block' && isConfirmed(rule));

/** What depends on the target is checked when that is chosen. */
const isUnknown = (verdict: Verdict): boolean =>
  verdict.state === 'not checked' &&
  verdict.rule.kind === 'block' &&
  /^(vm|point|vault|commvault)\./.test(verdict.fact);
